using System.Runtime.InteropServices;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>A stretch of a text; whether it is one that was searched for.</summary>
public readonly record struct SnippetPart(string Text, bool IsHit);

/// <summary>What is marked in texts: words in any of their forms, and phrases.</summary>
public sealed record SoughtWords
{
    internal SoughtWords(IReadOnlyList<SearchNode> nodes, WordSieve sieve) => (Nodes, Sieve) = (nodes, sieve);

    public bool IsNothing => Nodes.Count == 0;

    internal IReadOnlyList<SearchNode> Nodes { get; }

    internal WordSieve Sieve { get; }
}

/// <summary>Marks the words of a query in the original text.</summary>
public sealed class SnippetWriter(WordReader words)
{
    /// <summary>Makes ready what is marked in each of many texts.</summary>
    public SoughtWords Seek(IReadOnlyList<SearchNode> nodes) =>
        new(nodes, words.Sieve(nodes.OfType<WordNode>().SelectMany(n => n.Terms), nodes.OfType<PhraseNode>().SelectMany(n => n.Words)));

    /// <summary>The whole text with its hits marked.</summary>
    public IReadOnlyList<SnippetPart> Mark(string text, SoughtWords sought) => Parts(text, 0, text.Length, Hits(text, sought));

    /// <summary>The stretch of a text that holds most of what was searched for, its hits marked.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="sought">Words and phrases.</param>
    /// <param name="limit">Longest snippet, in UTF-16 code units.</param>
    /// <returns>Empty when nothing is found in the text.</returns>
    public IReadOnlyList<SnippetPart> Write(string text, SoughtWords sought, int limit)
    {
        var hits = Hits(text, sought);
        if (hits.Count == 0)
        {
            return [];
        }

        var (first, last) = Densest(hits, limit);
        var (from, to) = Around(text, hits[first].Start, hits[last].Start + hits[last].Length, limit);
        var parts = Parts(text, from, to, hits).ToList();
        if (from > 0)
        {
            parts.Insert(0, new SnippetPart("… ", false));
        }

        if (to < text.Length)
        {
            parts.Add(new SnippetPart(" …", false));
        }

        return parts;
    }

    private List<Hit> Hits(string text, SoughtWords asked)
    {
        var sought = asked.Nodes;
        var all = asked.IsNothing ? [] : words.Read(text, asked.Sieve).ToList();
        var hits = new List<Hit>();
        for (var i = 0; i < all.Count; i++)
        {
            for (var s = 0; s < sought.Count; s++)
            {
                var length = LengthOf(sought[s], all, i);
                if (length > 0)
                {
                    hits.Add(new Hit(all[i].Start, all[i + length - 1].Start + all[i + length - 1].Length - all[i].Start, s));
                }
            }
        }

        return hits;
    }

    /// <summary>So many words from here on are what is sought; 0 for none. Asked of every word of every hit: plain loops.</summary>
    private static int LengthOf(SearchNode sought, List<TextWord> all, int at) => sought switch
    {
        WordNode word => HaveOneInCommon(word.Terms, all[at].Terms) ? 1 : 0,
        PhraseNode phrase => Begins(phrase.Words, all, at) ? phrase.Words.Count : 0,
        _ => 0,
    };

    private static bool HaveOneInCommon(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        for (var i = 0; i < some.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                if (some[i] == others[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Begins(IReadOnlyList<string> phrase, List<TextWord> all, int at)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (at + i >= all.Count || all[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The run of hits within the limit that shows most different things, then most hits, then comes first.</summary>
    private static (int First, int Last) Densest(List<Hit> hits, int limit)
    {
        var (best, bestFirst, bestLast) = (-1, 0, 0);
        var last = 0;
        for (var first = 0; first < hits.Count; first++)
        {
            last = Math.Max(first, last);
            while (last + 1 < hits.Count && hits[last + 1].Start + hits[last + 1].Length - hits[first].Start <= limit * 3 / 4)
            {
                last++;
            }

            var kinds = 0;
            ulong seen = 0;
            for (var i = first; i <= Math.Min(last, first + 200); i++)
            {
                var bit = 1UL << (hits[i].Sought & 63);
                kinds += (seen & bit) == 0 ? 1 : 0;
                seen |= bit;
            }

            var score = (kinds * 1000) + Math.Min(999, last - first);
            if (score > best)
            {
                (best, bestFirst, bestLast) = (score, first, last);
            }
        }

        return (bestFirst, bestLast);
    }

    private static (int From, int To) Around(string text, int start, int end, int limit)
    {
        end = Math.Min(end, start + limit);
        var room = limit - (end - start);
        var from = Math.Max(0, start - (room / 3));
        var to = Math.Min(text.Length, end + room - (start - from));
        while (from > 0 && from < start && !char.IsWhiteSpace(text[from - 1]))
        {
            from++;
        }

        while (to < text.Length && to > end && !char.IsWhiteSpace(text[to]))
        {
            to--;
        }

        return (from, to < text.Length && char.IsLowSurrogate(text[to]) ? to - 1 : to);
    }

    private static List<SnippetPart> Parts(string text, int from, int to, List<Hit> hits)
    {
        var parts = new List<SnippetPart>();
        var at = from;
        foreach (var hit in hits.OrderBy(h => h.Start).ThenByDescending(h => h.Length))
        {
            var (start, end) = (Math.Max(hit.Start, at), Math.Min(hit.Start + hit.Length, to));
            if (end <= start)
            {
                continue;
            }

            if (start > at)
            {
                parts.Add(new SnippetPart(text[at..start], false));
            }

            parts.Add(new SnippetPart(text[start..end], true));
            at = end;
        }

        if (at < to)
        {
            parts.Add(new SnippetPart(text[at..to], false));
        }

        return parts;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Hit(int Start, int Length, int Sought);
}
