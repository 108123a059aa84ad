"""What a practice can be expected to bring on a new farm, from the evidence on record."""
