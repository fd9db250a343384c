namespace KamtibmasPortal.Benchmarks;

/// <summary>Families of forms that belong together, and pairs of words that only look alike; read by hand.</summary>
internal sealed record WordLists(IReadOnlyList<string[]> Families, IReadOnlyList<string[]> Pairs)
{
    public static WordLists Of(string half) => new(Lines($"families-{half}.txt"), Lines($"pairs-{half}.txt"));

    public IEnumerable<string> Forms => Families.Concat(Pairs).SelectMany(line => line).Distinct(StringComparer.Ordinal);

    private static List<string[]> Lines(string file) =>
        [.. File.ReadLines(Path.Combine(Corpus.Root, "words", file)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 1)];
}
