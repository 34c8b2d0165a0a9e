"""The one web server: health, the platforms' doors, and pages."""
