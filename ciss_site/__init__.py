"""The ground floor: what every page and every desk of the site shares."""
