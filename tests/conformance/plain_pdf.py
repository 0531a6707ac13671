"""The smallest PDF with text at given places: no tags, no embedded font. What a checker of our documents must refuse."""


def plain_pdf(texts, width=595, height=842):
    """`texts`: (x, y, text) in points from the lower left corner; ASCII only."""
    content = "BT /F1 11 Tf\n" + "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in texts) + "ET\n"
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R"
              " /Resources << /Font << /F1 5 0 R >> >> >>",
              f"<< /Length {len(content)} >>\nstream\n{content}endstream",
              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    data, offsets = "%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    data += (f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\n"
             f"startxref\n{len(data)}\n%%EOF\n")
    return data.encode("ascii")
