using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The paragraphs of the article, furniture between them cut.</summary>
internal sealed class BodyLines
{
    public BodyLines(PageLines page)
    {
        var underLinks = false;
        for (var i = page.BodyStart; i < page.BodyEnd; i++)
        {
            var line = page.Lines[i].Text;
            var kind = Furniture.KindOf(line);
            var prose = LineReading.IsProse(line);
            if (kind is LineKind.LinksHeading or LineKind.Ending || (kind is LineKind.Furniture && line.Length < 60))
            {
                underLinks = kind is not LineKind.Furniture || (underLinks && !prose);
            }

            if (kind is not LineKind.Text || (underLinks && !prose))
            {
                continue;
            }

            underLinks = false;
            if (i > page.BodyStart && LineReading.IsCaption(line) && Length(line) < 60)
            {
                page.Captions.Add(line);
                continue;
            }

            if (!prose && (PageLines.IsStamp(line) || LineReading.IsByline(line)))
            {
                continue;
            }

            var text = Furniture.CutInline(line);
            if (text.Length > 0)
            {
                Paragraphs.Add(text);
            }
        }

        TrimEnd();
    }

    public List<string> Paragraphs { get; } = [];

    /// <summary>Initials of the writer that closed the text.</summary>
    public string? Initials { get; private set; }

    public int WordCount => Paragraphs.Sum(Length);

    private static int Length(string line) => LineReading.WordCount(line);

    /// <summary>Takes signature and stray labels off the end.</summary>
    private void TrimEnd()
    {
        while (Paragraphs.Count > 0)
        {
            var last = Paragraphs[^1];
            var (initials, length) = LineReading.ClosingInitials(last);
            if (length > 0)
            {
                Initials = initials ?? Initials;
                Paragraphs[^1] = last[..^length].TrimEnd();
                if (Paragraphs[^1].Length > 0)
                {
                    return;
                }
            }
            else if (LineReading.IsProse(last) || PlainText.EndsSentence(last) || Paragraphs.Count == 1)
            {
                return;
            }

            Paragraphs.RemoveAt(Paragraphs.Count - 1);
        }
    }
}
