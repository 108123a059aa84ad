"""Service levels: working hours, and the clocks of a ticket measured in them."""
