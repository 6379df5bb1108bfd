"""Papers as PDF: Typst templates filled from a paper's sealed facts."""
