"""The shell of every page: language, security headers, caching, errors, assets, templates."""
