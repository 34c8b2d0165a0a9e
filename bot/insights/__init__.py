"""What customers say, carried to marketing, and marketing's answer carried back."""
