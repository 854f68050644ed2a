"""The parents' door: plain pages, forms and calendar files, without a line of JavaScript needed."""
