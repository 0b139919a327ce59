"""Institutions the office meets, their centres, and the agreements with them."""
