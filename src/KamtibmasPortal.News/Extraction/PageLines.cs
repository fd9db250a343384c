using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>What the lines of a document are: the zone above the article, the article's own lines, the rest.</summary>
internal sealed class PageLines
{
    /// <summary>How far below the first paragraph a caption may still stand.</summary>
    private const int CaptionReach = 3;

    public PageLines(List<TextLine> lines, PageHints hints)
    {
        Lines = lines;
        BodyStart = FindStart(hints);
        BodyEnd = FindEnd();
        ReadEdges();
    }

    public List<TextLine> Lines { get; }

    /// <summary>Index of the first paragraph.</summary>
    public int BodyStart { get; }

    /// <summary>Index behind the last line of the article.</summary>
    public int BodyEnd { get; }

    public List<string> Captions { get; } = [];

    /// <summary>Lines outside the body that are little more than a date.</summary>
    public List<string> Stamps { get; } = [];

    public string? Author { get; private set; }

    /// <summary>A line that says when, and at most by whom: no headline and no prose.</summary>
    public static bool IsStamp(string line)
    {
        if (line.Length > 160)
        {
            return false;
        }

        var dates = IndonesianDates.Find(line);
        if (dates.Count == 0)
        {
            return false;
        }

        var rest = line.Length;
        foreach (var date in dates)
        {
            rest -= date.End - date.Start;
        }

        return rest <= 60 && LineReading.WordCount(line[..dates[0].Start]) <= 6 && !PlainText.EndsSentence(line);
    }

    private int FindStart(PageHints hints)
    {
        var first = -1;
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i].Text;
            if (IsBody(i) && !(line == hints.Title) && !(i == 0 && IsPrintedTwice(i)))
            {
                first = i;
                break;
            }
        }

        if (first < 0)
        {
            return Lines.Count;
        }

        // A sentence that describes a picture may stand between headline and dateline.
        for (var i = first + 1; i < Math.Min(Lines.Count, first + 1 + CaptionReach); i++)
        {
            if (LineReading.DatelineLength(Lines[i].Text) > 0 && LineReading.IsProse(Lines[i].Text) && LineReading.DatelineLength(Lines[first].Text) == 0)
            {
                var between = Enumerable.Range(first, i - first).ToList();
                if (between.TrueForAll(j => !LineReading.IsProse(Lines[j].Text) || LineReading.DescribesPicture(Lines[j].Text)))
                {
                    Captions.AddRange(between.Where(j => LineReading.IsProse(Lines[j].Text)).Select(j => Lines[j].Text));
                    return i;
                }

                break;
            }
        }

        return first;
    }

    private bool IsPrintedTwice(int index) => Lines.Skip(index + 1).Take(6).Any(l => string.Equals(l.Text, Lines[index].Text, StringComparison.OrdinalIgnoreCase));

    private bool IsBody(int index)
    {
        var line = Lines[index].Text;
        return Furniture.KindOf(line) is LineKind.Text && LineReading.IsProse(line) && !LineReading.IsCaption(line) && !IsStamp(line)
            && !LineReading.IsByline(line);
    }

    /// <summary>The article ends where comments or other articles begin, unless it plainly goes on behind a box of links.</summary>
    private int FindEnd()
    {
        for (var i = BodyStart + 1; i < Lines.Count; i++)
        {
            var signed = LineReading.ClosingInitials(Lines[i - 1].Text).Length > 0 && LineReading.IsProse(Lines[i - 1].Text) && ProseFrom(i) < 2;
            if (signed || (Furniture.KindOf(Lines[i].Text) is LineKind.Ending && !GoesOn(i)))
            {
                return i;
            }
        }

        return Lines.Count;
    }

    private bool GoesOn(int ending)
    {
        var word = Lines[ending].Text;
        return !word.Contains("oment", StringComparison.OrdinalIgnoreCase) && !word.Contains("reply", StringComparison.OrdinalIgnoreCase) && ProseFrom(ending + 1) >= 3
            && Enumerable.Range(ending + 1, Math.Min(6, Lines.Count - ending - 1)).Any(IsBody);
    }

    private int ProseFrom(int index) => Enumerable.Range(index, Lines.Count - index).Count(IsBody);

    private void ReadEdges()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (i < BodyStart || i >= BodyEnd)
            {
                ReadEdge(i);
            }
            else if (LineReading.IsByline(Lines[i].Text) && !LineReading.IsProse(Lines[i].Text))
            {
                Author ??= LineReading.BylineName(Lines[i].Text);
            }
        }
    }

    private void ReadEdge(int i)
    {
        var line = Lines[i].Text;
        if (i < BodyStart && LineReading.IsCaption(line) && !Captions.Contains(line))
        {
            Captions.Add(line);
            return;
        }

        if (IsStamp(line))
        {
            Stamps.Add(line);
        }

        Author ??= LineReading.BylineName(line);
        if (Author is null && i < BodyStart && i + 1 < Lines.Count && IsStamp(Lines[i + 1].Text))
        {
            Author = LineReading.NameBeforeOutlet(line);
        }
    }
}
