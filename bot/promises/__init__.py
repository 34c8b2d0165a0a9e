"""Promises: what an agent said would be done, noticed, kept in sight and kept."""
