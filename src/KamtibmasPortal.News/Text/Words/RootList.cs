using System.Collections.Frozen;

namespace KamtibmasPortal.News.Text.Words;

/// <summary>The roots of roots.txt, looked up without making strings.</summary>
internal sealed class RootList
{
    private readonly FrozenDictionary<string, Root>.AlternateLookup<ReadOnlySpan<char>> _roots;

    private RootList(IEnumerable<Root> roots) =>
        _roots = roots.ToFrozenDictionary(r => r.Word, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static RootList Load()
    {
        using var stream = typeof(RootList).Assembly.GetManifestResourceStream("KamtibmasPortal.News.Text.Words.roots.txt")
            ?? throw new InvalidOperationException("The list of roots is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var roots = new Dictionary<string, Root>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            foreach (var entry in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(roots, entry);
            }
        }

        // "ilmiah=ilmu" and "ilmu=..." may both stand: one step is enough for the list to be read in any order.
        return new RootList(roots.Values.Select(root => root with { Terms = [.. root.Terms.SelectMany(t => t == root.Word ? [t] : roots.GetValueOrDefault(t)?.Terms ?? [t]).Distinct()] }));
    }

    public IEnumerable<string> Words => _roots.Dictionary.Keys;

    public Root? Find(ReadOnlySpan<char> word) => _roots.TryGetValue(word, out var root) ? root : null;

    /// <summary>"kisi~", "yang!" or "tanggungjawab=tanggung+jawab".</summary>
    private static void Add(Dictionary<string, Root> roots, string entry)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        var word = (equals < 0 ? entry : entry[..equals]).TrimEnd('~', '!');
        var terms = equals < 0 ? [word] : entry[(equals + 1)..].Split('+');
        roots[word] = new Root(word, terms, entry.EndsWith('~'), entry.EndsWith('!'));
    }
}
