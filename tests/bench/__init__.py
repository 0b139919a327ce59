"""`make bench`: how fast pictures are made and pages written, as ratios measured side by side in one run."""
