"""How a report looks: from facts that may be shown to a PDF, a Word file and pictures; no numbers of its own."""
