"""The open interface for programs: the same answers as JSON, on the web and on the command line."""
