# SPDX-License-Identifier: Apache-2.0
"""Makes the fonts of rare letters: what BIZ UDGothic lacks, and the forms of kanji that a variation selector asks for.

Run by hand where a newer font shall be used; its results are kept in ../main/resources/fonts:
  pip install fonttools; apt-get install fonts-noto-cjk
  python3 make_fonts.py ../main/resources/fonts /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

The outlines come from BIZ UDGothic and Noto Sans CJK JP, both under the SIL Open Font License 1.1, which the results keep.
PDFBox embeds TrueType outlines only and knows no variation selectors; so cubic curves become quadratic ones, and for each
selector there is a font whose ordinary map leads to the forms of that selector.
"""
import sys
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

FOLDER, NOTO = sys.argv[1:3]
UNITS = 1000
KANJI = [(0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3190, 0x319F), (0x31C0, 0x31EF), (0x3200, 0x33FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF),
         (0x20000, 0x3134F)]


def noto_jp():
  for font in TTCollection(NOTO).fonts:
    if font["name"].getDebugName(4) == "Noto Sans CJK JP":
      return font
  raise SystemExit("no Noto Sans CJK JP")


def variants(font):
  """Returns selector -> {letter: glyph} of the forms that differ from the letter's own form."""
  found = {}
  own = font.getBestCmap()
  for table in font["cmap"].tables:
    if table.format == 14:
      for selector, pairs in table.uvsDict.items():
        for letter, glyph in pairs:
          if glyph is not None and glyph != own.get(letter):
            found.setdefault(selector, {})[letter] = glyph
  return found


def outline(font, glyph):
  scale = UNITS / font["head"].unitsPerEm
  pen = TTGlyphPen(None)
  glyphs = font.getGlyphSet()
  quadratic = Cu2QuPen(pen, 1.0, reverse_direction="CFF " in font)
  glyphs[glyph].draw(TransformPen(quadratic, (scale, 0, 0, scale, 0, 0)))
  return pen.glyph(), round(glyphs[glyph].width * scale)


def build(name, letters):
  """letters: code point -> (font, glyph)"""
  order, table, widths, cmap = [".notdef"], {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (UNITS, 0)}, {}
  for letter in sorted(letters):
    glyph = "u%04X" % letter
    order.append(glyph)
    table[glyph], width = outline(*letters[letter])
    widths[glyph] = (width, 0)
    cmap[letter] = glyph
  builder = FontBuilder(UNITS, isTTF=True)
  builder.setupGlyphOrder(order)
  builder.setupCharacterMap(cmap)
  builder.setupGlyf(table)
  bounds = builder.font["glyf"]
  for glyph in order:
    widths[glyph] = (widths[glyph][0], getattr(bounds[glyph], "xMin", 0) or 0)
  builder.setupHorizontalMetrics(widths)
  builder.setupHorizontalHeader(ascent=880, descent=-120)
  builder.setupNameTable({
      "copyright": "Copyright 2014-2021 Adobe; Copyright 2022 The BIZ UDGothic Project Authors",
      "familyName": name, "styleName": "Regular", "uniqueFontIdentifier": name, "fullName": name, "psName": name.replace(" ", ""),
      "version": "Version 1.000",
      "licenseDescription": "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
      "licenseInfoURL": "https://openfontlicense.org"})
  builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, fsType=0)
  builder.setupPost(keepGlyphNames=False)
  builder.updateHead(created=0, modified=0)
  builder.font.recalcTimestamp = False
  path = "%s/%s.ttf" % (FOLDER, name.replace(" ", ""))
  builder.save(path)
  print(path, len(letters))


biz = TTFont(FOLDER + "/BIZUDGothic-Regular.ttf")
noto = noto_jp()
known = biz.getBestCmap()
rare = {letter: (noto, glyph) for letter, glyph in noto.getBestCmap().items()
        if letter not in known and any(first <= letter <= last for first, last in KANJI)}
build("Tsunagi Kanji", rare)
ours, theirs = variants(biz), variants(noto)
# A default form of Noto that differs from BIZ's default is no variant of Noto; where BIZ says that a form is its own default, it stays out.
defaults = {}
for table in biz["cmap"].tables:
  if table.format == 14:
    for selector, pairs in table.uvsDict.items():
      defaults[selector] = {letter for letter, glyph in pairs if glyph is None or glyph == known.get(letter)}
for selector in sorted(set(ours) | set(theirs)):
  forms = {letter: (noto, glyph) for letter, glyph in theirs.get(selector, {}).items() if letter not in defaults.get(selector, ())}
  forms.update({letter: (biz, glyph) for letter, glyph in ours.get(selector, {}).items()})
  if forms:
    build("Tsunagi Form %X" % selector, forms)
