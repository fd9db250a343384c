using System.Globalization;

namespace KamtibmasPortal.News.Stories;

/// <summary>How much a word says about which event is meant: near 0 for words of every report, 1 for words of hardly any.</summary>
/// <remarks>Counted over this project's own texts; "stories count" of the benchmarks makes the list anew.</remarks>
internal sealed class WordWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    private WordWeights()
    {
    }

    public double this[string root] => _weights.GetValueOrDefault(root, 1);

    public static WordWeights Load()
    {
        using var stream = typeof(WordWeights).Assembly.GetManifestResourceStream("KamtibmasPortal.News.Stories.word-counts.txt")
            ?? throw new InvalidOperationException("The word counts are missing from the assembly.");
        using var reader = new StreamReader(stream);
        var weights = new WordWeights();
        var texts = double.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        while (reader.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var count = double.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture);
            weights._weights[line[..blank]] = Math.Log((texts + 1) / (count + 1)) / Math.Log(texts + 1);
        }

        return weights;
    }
}
