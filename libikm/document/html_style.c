/*
 * How a page looks: on a screen, light and dark, on a telephone, and on A4. Contrast of texts is at least 4.5 to 1.
 * Nothing of the data stands here.
 */
#include "html.h"

static const char base[] =
    ":root{color-scheme:light dark;--ink:#1a2433;--soft:#4d5a6b;--line:#cfd7e1;--rule:#8a97a8;--paper:#fff;"
    "--ground:#f3f5f8;--pale:#edf2f8;--mark:#0b4a80;--band:1}\n"
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 Carlito,Calibri,\"Segoe UI\",Roboto,"
    "\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif;overflow-wrap:break-word}\n"
    "header,section{max-width:62rem;margin:1.5rem auto;padding:0 2rem}\n"
    "section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.75rem 2rem 2.25rem}\n"
    "section.wide{max-width:86rem}\n"
    "h1,h2,h3,h4{line-height:1.25;margin:1.75em 0 .5em;text-wrap:balance}\n"
    "h1{font-size:1.9rem;margin-top:0}\n"
    "h2{font-size:1.55rem}\n"
    "h3{font-size:1.2rem}\n"
    "h4{font-size:1rem}\n"
    "h1,h2,h3{color:var(--mark)}\n"
    "section>:first-child,.sheet+h2{margin-top:0}\n"
    "h1,h2,h3,h4,p,li,dt,dd,td,th,caption{white-space:pre-line}\n"
    "p{margin:.5em 0;max-width:46rem}\n"
    "nav ol{margin:.75rem 0;padding-left:1.5rem}\n"
    "nav li{padding:.15rem 0}\n"
    "a{color:var(--mark)}\n"
    ":focus-visible{outline:3px solid #d55e00;outline-offset:2px}\n"
    ".sheet{margin:0 0 .25rem;color:var(--soft);font-size:.9rem}\n"
    ".blank{display:inline-block;width:16rem;max-width:100%;height:1.2em;vertical-align:baseline;"
    "border-bottom:1px dotted var(--rule)}\n"
    ".notes{padding-left:1.25rem;max-width:46rem;color:var(--soft)}\n"
    ".notes li{margin:.3em 0}\n";

static const char items[] =
    ".figures{display:flex;flex-wrap:wrap;gap:1rem;margin:1.25rem 0}\n"
    ".figure{flex:1 1 16rem;min-width:0;overflow-wrap:anywhere;padding:1rem "
    "1.25rem;background:var(--pale);border-left:5px solid var(--mark);"
    "border-radius:4px}\n"
    ".figure p{margin:0}\n"
    ".figure .label{font-weight:600}\n"
    ".figure .value{font-size:3.25rem;line-height:1.15;font-weight:700;color:var(--mark);"
    "font-variant-numeric:tabular-nums lining-nums}\n"
    ".figure .words{font-size:1.75rem}\n"
    ".figure .meaning{color:var(--soft)}\n"
    "dl{margin:1rem 0;display:grid;gap:.35rem 1rem}\n"
    "dl div{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:0 1rem}\n"
    "dt{color:var(--soft)}\n"
    "dd{margin:0;font-weight:500;min-width:0}\n"
    ".signatures{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:2rem 3rem;margin-top:2.5rem}\n"
    ".signature{width:20rem;max-width:100%;text-align:center;break-inside:avoid}\n"
    ".signature p{margin:0}\n"
    ".signature .room{margin-bottom:4.5rem}\n"
    ".signature .name{font-weight:700;text-decoration:underline;text-underline-offset:3px}\n";

static const char tables[] =
    ".table{overflow-x:auto;margin:1.25rem 0}\n"
    "table{border-collapse:collapse;min-width:min(100%,34rem);font-size:.95rem;line-height:1.35;"
    "font-variant-numeric:tabular-nums lining-nums}\n"
    "caption{text-align:left;font-weight:600;padding:0 0 .5rem;font-size:1rem}\n"
    "td,th{padding:.45rem .65rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;"
    "font-weight:400}\n"
    "thead th,thead td{background:var(--pale);border-bottom:2px solid var(--mark);vertical-align:bottom;"
    "font-weight:600}\n"
    "tbody th{font-weight:500}\n"
    "tfoot th,tfoot td{background:var(--pale);font-weight:600}\n"
    "tfoot tr:first-child>*{border-top:2px solid var(--mark)}\n"
    ".n,.t{text-align:right}\n"
    "td.n,tbody .n{white-space:nowrap}\n"
    ".open td{height:2.4rem;border:1px solid var(--rule)}\n";

static const char charts[] =
    "figure{margin:1.5rem 0;max-width:46rem}\n"
    "figcaption{font-weight:600;margin-bottom:.35rem}\n"
    ".legend{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;margin:.25rem 0 .5rem;padding:0;"
    "font-size:.875rem}\n"
    ".legend svg{width:1.75rem;height:.8rem;margin-right:.4rem;vertical-align:-.05rem}\n"
    ".more{font-size:.875rem;color:var(--soft)}\n"
    "svg.chart{display:block;width:100%;overflow:visible;break-inside:avoid;font-size:13px;"
    "font-variant-numeric:tabular-nums lining-nums}\n"
    "svg text{fill:var(--ink)}\n"
    "svg .axis{fill:var(--soft);font-size:12px}\n"
    "svg .on-dark{fill:#fff}\n"
    "svg .on-light{fill:#111}\n"
    "svg .grid{stroke:var(--line);stroke-width:1}\n"
    "svg .zero{stroke:var(--rule);stroke-width:1.5}\n"
    "svg .track{fill:none;stroke:var(--rule);stroke-width:1}\n"
    "svg .edge{stroke:var(--rule);stroke-width:.75}\n"
    "svg .target{stroke:var(--ink);stroke-width:2;stroke-dasharray:5 3}\n"
    "svg .band{fill-opacity:var(--band)}\n"
    "svg .point{stroke:var(--paper);stroke-width:1.5}\n"
    "svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}\n";

/* Dark is for screens only: paper is white. */
static const char screens[] =
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#e7ebf1;--soft:#b3bdc9;--line:#3a4553;--rule:#7b8898;"
    "--paper:#181e26;--ground:#0f1318;--pale:#212a35;--mark:#8fc7f7;--band:.14}}\n"
    "@media screen{.poster{display:flex;flex-direction:column;justify-content:center;text-align:center;"
    "max-width:44rem;min-height:56rem;border:3px double var(--mark);padding:3rem 2.5rem}}\n"
    ".poster>*{margin-left:auto;margin-right:auto}\n"
    ".poster .sheet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    ".poster h2{font-size:1.9rem;margin-bottom:.25em}\n"
    ".poster h3{font-size:1.5rem}.poster h4{font-size:1.2rem}.poster h3,.poster h4{margin-top:.25em}\n"
    ".poster .figures{margin-top:auto;margin-bottom:auto;padding:1.5rem 0;justify-content:center}\n"
    ".poster .figure{background:none;border:0;text-align:center;padding:0}\n"
    ".poster .figure .label{font-size:1.25rem}\n"
    ".poster .figure .value{font-size:clamp(4.5rem,20vw,9rem);line-height:1.05}\n"
    ".poster .figure .words{font-size:clamp(2rem,8vw,3.5rem)}\n"
    ".poster .figure .meaning{font-size:1.25rem;color:var(--ink)}\n"
    ".poster dl{text-align:left;width:100%;max-width:34rem}\n"
    ".poster dl div{grid-template-columns:minmax(7rem,13rem) minmax(8rem,1fr)}\n"
    ".poster .notes{list-style:none;padding:0}\n"
    ".poster .signatures{justify-content:center}\n"
    "@media screen and (max-width:600px){header,section{margin:.75rem auto;padding:0 1rem}"
    "section{border-width:1px 0;border-radius:0;padding:1.25rem 1rem 1.75rem}h1{font-size:1.5rem}h2{font-size:1.3rem}"
    ".figure .value{font-size:2.75rem}dl div{grid-template-columns:1fr}dl{gap:.75rem}"
    ".poster{min-height:0;padding:2rem 1rem}.poster dl div{grid-template-columns:1fr 1fr}"
    ".w{display:none}tbody th{max-width:12rem}}\n";

/* A section is a page. The foot of a table comes once, at its end, and not on every page. */
static const char paper[] =
    "@page{size:A4;margin:16mm 15mm}\n"
    "@page across{size:A4 landscape;margin:14mm 15mm}\n"
    "@page poster{size:A4;margin:12mm}\n"
    "@media print{:root{color-scheme:light}\n"
    "body{background:none;color:#000;font-size:10.5pt;line-height:1.4}\n"
    "header,section,section.wide{max-width:none;margin:0;padding:0;border:0;border-radius:0;background:none}\n"
    "header{margin-bottom:6mm}\n"
    "nav{display:none}\n"
    "body:has(section.poster:first-child) header,body:has(section.wide:first-child) header{display:none}\n"
    "section{break-after:page}\n"
    "section:last-child{break-after:auto}\n"
    "section.wide{page:across}\n"
    "section.poster{page:poster;min-height:271mm;display:flex;flex-direction:column;justify-content:center;"
    "text-align:center;border:2.5pt double #000;padding:8mm 12mm}\n"
    "h1{font-size:18pt}h2{font-size:15pt}h3{font-size:12pt}h4{font-size:10.5pt}\n"
    ".poster h2{font-size:24pt}.poster h3{font-size:18pt}.poster h4{font-size:14pt}.poster p,.poster dl{font-size:"
    "12pt;line-height:1.3}\n"
    ".poster h2,.poster h3,.poster h4{margin:1.5mm auto}.poster p,.poster dl{margin-top:1.2mm;margin-bottom:1.2mm}\n"
    ".poster .figures{padding:3mm 0}.poster .figure .value{font-size:110pt;line-height:1}\n"
    ".poster .figure .words{font-size:44pt}.poster .figure .label,.poster .figure .meaning{font-size:17pt}\n"
    ".poster dl{gap:1mm;max-width:150mm}.poster .notes{font-size:8.5pt;margin:1mm auto}\n"
    ".poster .signatures{margin-top:3mm}.poster .signature .room{margin-bottom:14mm}\n"
    "h1,h2,h3,h4,caption,figcaption,.legend,.sheet{break-after:avoid}\n"
    "tr,figure,.figure,.signature,dl div,li{break-inside:avoid}\n"
    "p{orphans:3;widows:3}\n"
    ".table{overflow:visible}\n"
    ".legend,.more{font-size:9pt}caption{font-size:10.5pt}\n"
    "table{width:100%;font-size:9pt;line-height:1.25}\n"
    "thead{display:table-header-group}\n"
    "tfoot{display:table-row-group}\n"
    "td,th{border:.5pt solid #8a97a8;padding:1.2mm 1.8mm}\n"
    "thead th,thead td,tfoot th,tfoot td,.figure{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".open td{height:9mm}\n"
    ".short{break-inside:avoid}\n"
    ".dense table{font-size:7.5pt}.dense td,.dense th{padding:.7mm 1mm}\n"
    "thead{break-after:avoid}}\n";

void ikmi_html_style(ikmi_html *html)
{
    ikmi_html_add(html, base);
    ikmi_html_add(html, items);
    ikmi_html_add(html, tables);
    ikmi_html_add(html, charts);
    ikmi_html_add(html, screens);
    ikmi_html_add(html, paper);
}
