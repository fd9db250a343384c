using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace KamtibmasPortal.News.Text;

/// <summary>What became of a text: word by word where that can be told in bounded time, by whole paragraphs where not.</summary>
public sealed class TextChanges
{
    private TextChanges(IReadOnlyList<TextSegment> segments, bool isCosmetic) => (Segments, IsCosmetic) = (segments, isCosmetic);

    /// <summary>Both versions in their order. Where one stretch took the place of another, the removed one comes first.</summary>
    public IReadOnlyList<TextSegment> Segments { get; }

    /// <summary>Only case, blanks, punctuation, quotation marks or a letter or two of a word; not what the text says.</summary>
    public bool IsCosmetic { get; }

    public static TextChanges Between(string before, string after, DiffEffort? effort = null)
    {
        effort ??= new DiffEffort();
        var hunks = new HunkList();
        foreach (var paragraphs in Compare(before, after, TextPieces.Paragraphs, effort))
        {
            if (paragraphs.IsSame)
            {
                hunks.Add(paragraphs);
                continue;
            }

            foreach (var words in Compare(paragraphs.Removed, paragraphs.Added, TextPieces.Words, effort))
            {
                hunks.Add(words);
            }
        }

        var all = hunks.Joined();
        return new TextChanges([.. all.SelectMany(h => h.Segments)], all.TrueForAll(h => h.IsSame || CosmeticChange.Is(h.Removed, h.Added)));
    }

    private static List<Hunk> Compare(string before, string after, Func<string, string[]> cut, DiffEffort effort)
    {
        var (old, now) = (cut(before), cut(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var hunks = new List<Hunk> { Hunk.Same(old[..start]) };
        var (removed, added) = (old[start..^end], now[start..^end]);
        if (removed.Length == 0 || added.Length == 0 || !effort.Take(removed.Length + added.Length))
        {
            hunks.Add(new Hunk(string.Concat(removed), string.Concat(added)));
        }
        else
        {
            hunks.AddRange(Between(removed, added));
        }

        hunks.Add(Hunk.Same(old[^end..]));
        return hunks;
    }

    private static IEnumerable<Hunk> Between(string[] old, string[] now)
    {
        // The pieces are cut already; the library asks for a text and its knife, earlier text first.
        var pieces = new Queue<string[]>([old, now]);
        var result = Differ.Instance.CreateDiffs("1", "2", ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(_ => pieces.Dequeue()));
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            yield return Hunk.Same(old[at..block.DeleteStartA]);
            at = block.DeleteStartA + block.DeleteCountA;
            yield return new Hunk(string.Concat(old[block.DeleteStartA..at]), string.Concat(now.AsSpan(block.InsertStartB, block.InsertCountB).ToArray()));
        }

        yield return Hunk.Same(old[at..]);
    }

    /// <summary>A stretch that stayed, or one with what took its place.</summary>
    private sealed record Hunk(string Removed, string Added)
    {
        public bool IsSame { get; private init; }

        public static Hunk Same(string[] pieces) => string.Concat(pieces) is var text ? new Hunk(text, text) { IsSame = true } : null!;

        public IEnumerable<TextSegment> Segments => (IsSame
            ? (ReadOnlySpan<TextSegment>)[new TextSegment(SegmentKind.Same, Removed)]
            : [new TextSegment(SegmentKind.Removed, Removed), new TextSegment(SegmentKind.Added, Added)]).ToArray().Where(s => s.Text.Length > 0);
    }

    /// <summary>Joins neighbours of a kind, and changed words with nothing but a blank or a sign between them: readers see one change.</summary>
    private sealed class HunkList
    {
        private readonly List<(bool IsSame, StringBuilder Removed, StringBuilder Added)> _hunks = [];

        public void Add(Hunk hunk)
        {
            if (hunk.Removed.Length == 0 && hunk.Added.Length == 0)
            {
                return;
            }

            if (_hunks.Count == 0 || _hunks[^1].IsSame != hunk.IsSame)
            {
                if (!hunk.IsSame && _hunks.Count > 1 && IsThin(_hunks[^1].Removed))
                {
                    var thin = _hunks[^1].Removed;
                    _hunks.RemoveAt(_hunks.Count - 1);
                    _hunks[^1].Removed.Append(thin);
                    _hunks[^1].Added.Append(thin);
                }
                else
                {
                    _hunks.Add((hunk.IsSame, new StringBuilder(), new StringBuilder()));
                }
            }

            _hunks[^1].Removed.Append(hunk.Removed);
            _hunks[^1].Added.Append(hunk.Added);
        }

        public List<Hunk> Joined() => _hunks.ConvertAll(h => h.IsSame ? Hunk.Same([h.Removed.ToString()]) : new Hunk(h.Removed.ToString(), h.Added.ToString()));

        private static bool IsThin(StringBuilder text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text.Length > 3 || text[i] == '\n' || char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
