/** The one style of all pages: a phone first, light or dark as the browser is. Its hash stands in their policy. */
export const STYLE = `
:root{color-scheme:light dark;--page:#f4f4f5;--card:#fff;--text:#18181b;--muted:#52525b;--line:#e4e4e7;--soft:#f4f4f5;--good:#166534;--good-back:#dcfce7;--busy:#1e40af;--busy-back:#dbeafe;--wait:#854d0e;--wait-back:#fef9c3;--bad:#991b1b;--bad-back:#fee2e2}
@media(prefers-color-scheme:dark){:root{--page:#18181b;--card:#27272a;--text:#f4f4f5;--muted:#b4b4bd;--line:#3f3f46;--soft:#323237;--good:#86efac;--good-back:#14532d;--busy:#bfdbfe;--busy-back:#1e3a8a;--wait:#fde68a;--wait-back:#713f12;--bad:#fecaca;--bad-back:#7f1d1d}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;padding:16px;background:var(--page);color:var(--text);display:flex;flex-direction:column;align-items:center;justify-content:center}
main{width:100%;max-width:30rem;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow-wrap:anywhere}
header,footer{width:100%;max-width:30rem;padding:.75rem 0}
header{display:flex;gap:.75rem;align-items:center;font-weight:600}
header img{max-height:40px;max-width:160px;border-radius:6px}
footer{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;color:var(--muted);font-size:.875rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1rem;margin:0;display:flex;gap:.5rem;align-items:center}
h2 img{border-radius:8px}
p{margin:0}p+p,form+p,form,.roles,section{margin-top:1rem}
a{color:inherit;text-underline-offset:2px}
section{padding-top:1rem;border-top:1px solid var(--line)}
.person{display:flex;gap:.75rem;align-items:center;margin-top:1rem;padding:.75rem;border-radius:8px;background:var(--soft)}
.person img{flex:none;width:44px;height:44px;border-radius:50%}
.person strong{display:block;line-height:1.3}
.muted{color:var(--muted);font-size:.875rem}
.roles{list-style:none;padding:0;margin-bottom:0;display:grid;gap:.5rem}
.roles li{display:flex;gap:.5rem;align-items:center}
.roles svg{flex:none}
.roles bdi{flex:1;font-weight:500}
.state{flex:none;padding:.125rem .5rem;border-radius:99px;font-size:.8125rem;color:var(--wait);background:var(--wait-back)}
.held{color:var(--good);background:var(--good-back)}.pending{color:var(--busy);background:var(--busy-back)}
.todo{margin-top:.75rem;padding:.75rem;border-radius:8px;color:var(--wait);background:var(--wait-back)}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-top:1.5rem}
.actions:not(:has(*)){display:none}
.actions form{margin:0}
button,.button{font:inherit;font-weight:600;padding:.625rem 1.125rem;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--text);cursor:pointer;text-decoration:none;display:inline-block}
.primary{background:#5865f2;border-color:#5865f2;color:#fff}
.danger{background:#b91c1c;border-color:#b91c1c;color:#fff}
.wide,.wide button{width:100%}
:focus-visible{outline:3px solid #818cf8;outline-offset:2px}
@media(max-width:480px){body{justify-content:flex-start}main{padding:1.25rem}}`
