"""The catalogue for everybody's programs: what each file is for, under which licence, and the files."""
