"""How a report looks: light and dark as the reader's system is, and on paper."""

STYLE = """
:root { color-scheme: light dark; --ground: #f5f5f3; --surface: #fff; --line: #d2d2ce; --ink: #1a1c1d;
  --quiet: #4d5154; --accent: #0c6a70; --note: #7a5600; --error: #a3332b; }
@media (prefers-color-scheme: dark) { :root { --ground: #1a1b1c; --surface: #242627; --line: #3a3d3f; --ink: #edeeee;
  --quiet: #b8bcbe; --accent: #63c8c5; --note: #e0b95a; --error: #f0938a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px; max-width: 1400px; background: var(--ground); color: var(--ink);
  font: 15px/1.45 Inter, system-ui, sans-serif; }
h1 { font-size: 26px; margin: 0 0 4px; }
p { margin: 0 0 8px; }
dl { margin: 16px 0; }
dl div { display: flex; gap: 12px; padding: 4px 0; }
dt { flex: 0 0 9em; color: var(--quiet); }
dd { margin: 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; background: var(--surface);
  border: 1px solid var(--line); margin: 16px 0; }
th, td { text-align: start; vertical-align: top; padding: 8px 12px; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-weight: 400; font-size: 13px; }
tbody th { font-weight: 600; }
td p { margin: 0 0 2px; color: var(--quiet); }
small { display: block; font-weight: 400; color: var(--quiet); }
thead th:nth-child(1) { width: 22%; }
thead th:nth-child(2) { width: 22%; }
thead th:nth-child(4) { width: 9%; }
img { display: block; max-width: 96px; max-height: 96px; border-radius: 4px; margin-bottom: 4px; }
.cleaned b, .already_clean b { color: var(--accent); }
.refused b { color: var(--note); }
.failed b { color: var(--error); }
footer { color: var(--quiet); }
@media screen and (max-width: 800px) { body { padding: 12px; } table, tbody, tr, th, td { display: block; }
  thead { display: none; } td, tbody th { border: 0; padding: 4px 12px; } tr { border-top: 1px solid var(--line);
  padding: 4px 0; } td:empty { display: none; }
  td[data-name]::before { content: attr(data-name); font-size: 13px; color: var(--quiet); }
  td[data-name] p { color: var(--ink); } }
@media print { :root { --ground: #fff; --surface: #fff; --line: #bbb; --ink: #000; --quiet: #333; --accent: #000;
  --note: #000; --error: #000; } body { padding: 0; max-width: none; font-size: 9pt; }
  th, td { padding: 4px 6px; } thead th { font-size: 8pt; }
  tr { break-inside: avoid; } img { max-width: 48px; max-height: 48px; } }
"""
