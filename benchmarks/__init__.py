"""Measures what the product does, beside what a user would take instead."""
