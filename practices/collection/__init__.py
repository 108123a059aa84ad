"""The practices that ship with the project, and the loader that checks them."""
