using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Reading;

/// <summary>A stretch of a text. The kinds of tags that rest on it are empty for plain words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Id">Where a link can jump to; null for plain words.</param>
/// <param name="Kinds">What the words are evidence for.</param>
public sealed record Stretch(string Text, string? Id, IReadOnlyList<TagKind> Kinds)
{
    public bool IsMarked => Kinds.Count > 0;

    /// <summary>Classes of the mark, one for each kind.</summary>
    public string Classes => string.Join(' ', Kinds.Select(k => k switch { TagKind.Region => "wilayah", TagKind.Agency => "instansi", _ => "topik" }));
}

/// <summary>A field of an article cut at the borders of its evidence, so that overlapping pieces become neighbours.</summary>
public sealed class MarkedText
{
    private readonly string _text;
    private readonly EvidenceField _field;
    private readonly List<(TagKind Kind, TagEvidence Evidence)> _evidence;

    public MarkedText(EvidenceField field, string text, IEnumerable<ArticleTag> tags)
    {
        _text = text;
        _field = field;
        _evidence = [.. tags.SelectMany(t => t.Evidence.Select(e => (t.Kind, e))).Where(x => x.e.Field == field && Fits(x.e, text))];
        Paragraphs = [.. Lines().Select(Cut).Where(p => p.Count > 0)];
    }

    /// <summary>Paragraphs are separated by an empty line.</summary>
    public IReadOnlyList<IReadOnlyList<Stretch>> Paragraphs { get; }

    /// <summary>Everything as one paragraph: for titles and captions.</summary>
    public IEnumerable<Stretch> Stretches => Paragraphs.SelectMany(p => p);

    /// <summary>Id of the first marked stretch of a piece of evidence; null when its words do not stand in this text.</summary>
    public string? AnchorOf(TagEvidence evidence) =>
        evidence.Field == _field && Fits(evidence, _text) ? IdAt(evidence.Start) : null;

    /// <summary>Whether the words stand where the evidence says: a text that was changed by hand must not be marked at random.</summary>
    public static bool Fits(TagEvidence evidence, string text) =>
        evidence.Start >= 0 && evidence.Length > 0 && evidence.Start <= text.Length - evidence.Length
        && text.AsSpan(evidence.Start, evidence.Length).SequenceEqual(evidence.Text);

    private string IdAt(int offset) => FormattableString.Invariant($"{(_field switch { EvidenceField.Title => "judul", EvidenceField.Caption => "keterangan", _ => "isi" })}-{offset}");

    private IEnumerable<Range> Lines()
    {
        var from = 0;
        while (from < _text.Length)
        {
            var end = _text.IndexOf("\n\n", from, StringComparison.Ordinal);
            end = end < 0 ? _text.Length : end;
            yield return from..end;
            from = end + 2;
        }
    }

    private List<Stretch> Cut(Range line)
    {
        var (from, length) = line.GetOffsetAndLength(_text.Length);
        var to = from + length;
        var inside = _evidence.FindAll(x => x.Evidence.Start < to && x.Evidence.Start + x.Evidence.Length > from);
        if (inside.Count == 0)
        {
            return length == 0 ? [] : [new Stretch(_text[from..to], null, [])];
        }

        var cuts = new SortedSet<int> { from, to };
        foreach (var (_, e) in inside)
        {
            cuts.Add(Math.Clamp(e.Start, from, to));
            cuts.Add(Math.Clamp(e.Start + e.Length, from, to));
        }

        var stretches = new List<Stretch>();
        var start = from;
        foreach (var end in cuts.Skip(1))
        {
            var begin = start;
            List<TagKind> kinds = [.. inside.Where(x => x.Evidence.Start <= begin && end <= x.Evidence.Start + x.Evidence.Length).Select(x => x.Kind).Distinct().Order()];
            stretches.Add(new Stretch(_text[begin..end], kinds.Count > 0 ? IdAt(begin) : null, kinds));
            start = end;
        }

        return stretches;
    }
}
