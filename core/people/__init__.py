"""People: who acts, how she shows who she is, and what she may do where."""
