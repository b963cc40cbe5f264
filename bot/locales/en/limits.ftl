slow-down = That is more at once than I can answer. Please give me ten seconds, then ask again; what I have not answered by then, I have not read.
