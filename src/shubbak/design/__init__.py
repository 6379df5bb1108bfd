"""The shared language of every screen: layout, tokens, components, formats."""
