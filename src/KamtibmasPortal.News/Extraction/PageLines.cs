using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>What the lines of a document are: the zone above the article, the article's own lines, the rest.</summary>
internal sealed class PageLines
{
    /// <summary>How far below the first paragraph a caption may still stand.</summary>
    private const int CaptionReach = 3;

    private readonly HashSet<string> _smallWords;

    public PageLines(List<TextLine> lines, PageHints hints)
    {
        Lines = lines;
        _smallWords = [.. lines.SelectMany(l => l.Text.Split(' ')).Select(w => w.Trim(',', '.', '"', '“', '”', '(', ')', ':', ';')).Where(w => w.Length > 1 && char.IsLower(w[0]))];
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
    public List<(int Index, string Line)> Stamps { get; } = [];

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

        return rest <= 80 && line[..dates[0].Start].Split(' ').Count(w => w.Any(char.IsLetter)) <= 8 && !PlainText.EndsSentence(line);
    }

    /// <summary>The person a line names and nothing else. None of its words may be an everyday word of this document: that tells a writer from a short headline.</summary>
    public string? NameOf(string line) =>
        LineReading.BareName(line) is { } name && !Array.Exists(name.Split(' '), w => _smallWords.Contains(w.ToLowerInvariant())) ? name : null;

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
            else if (LineReading.IsByline(Lines[i].Text) && LineReading.WordCount(Lines[i].Text) <= 8)
            {
                Author ??= LineReading.BylineName(Lines[i].Text);
            }
        }
    }

    /// <summary>"Kurnia Dewi / Mataraman Hari Ini / Jumat, 10/11/2023": the name a stamp begins with.</summary>
    private string? FirstName(string stamp)
    {
        var end = stamp.AsSpan().IndexOfAny('/', '|', '-');
        return end > 0 ? NameOf(stamp[..end].Trim()) : null;
    }

    /// <summary>A writer's line stands next to the date, one line of furniture between them at most.</summary>
    private bool StandsByStamp(int i) => IsStampBeside(i, -1) || IsStampBeside(i, 1);

    private bool IsStampBeside(int i, int step)
    {
        var beside = i + step;
        beside += Inside(beside) && Furniture.KindOf(Lines[beside].Text) is LineKind.Furniture ? step : 0;
        return Inside(beside) && IsStamp(Lines[beside].Text);
    }

    private bool Inside(int i) => i >= 0 && i < BodyStart;

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
            Stamps.Add((i, line));
            Author ??= LineReading.NameWithin(line) ?? FirstName(line);
        }

        Author ??= LineReading.BylineName(line);
        if (Author is null && i < BodyStart && i > 0 && StandsByStamp(i))
        {
            Author = LineReading.NameBeforeOutlet(line) ?? NameOf(line);
        }
    }
}
