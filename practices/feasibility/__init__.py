"""What cannot work, or may not fit, on a piece of land, and why."""
