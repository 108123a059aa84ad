"""Questions and their life: asked, assigned, answered, resolved."""
