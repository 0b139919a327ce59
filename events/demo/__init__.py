"""The demonstration content: the office's own reports as records, marked samples and drawn pictures."""
