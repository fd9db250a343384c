using System.Globalization;
using System.Text;
using System.Text.Json;
using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Feeds in the habits of many makers, well-formed and broken: share of items with their title, link and date, beside .NET's own parser.</summary>
internal static class FeedsBenchmark
{
    public static int Run(string half, bool detail) => Corpus.Halves(half).Max(h => RunHalf(h, detail));

    private static int RunHalf(string half, bool detail)
    {
        var shapes = Corpus.Rows<FeedShape>(Path.Combine(Corpus.Root, "feeds", half + ".jsonl")).ToList();
        var ours = new FeedScore();
        var theirs = new FeedScore();
        foreach (var shape in shapes)
        {
            var address = new Uri(shape.Address);
            var read = new FeedReader().Read(shape.Bytes(), shape.Charset, address).Items.Select(i => new FeedItem(i.Title, i.Url, FeedShape.Instant(i.PublishedAt))).ToList();
            ours.Add(shape, read, detail ? Console.WriteLine : _ => { });
            theirs.Add(shape, SyndicationBaseline.Read(shape.Bytes(), address), _ => { });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"feeds.{half}: {shapes.Count} feeds of {shapes.Select(s => s.Generator).Distinct().Count()} makers, {shapes.Count(s => s.Broken)} broken, {shapes.Sum(s => s.Items.Count)} items; .NET SyndicationFeed: {theirs}"));
        return Floors.Check("feeds", half, ours.Figures());
    }
}

/// <summary>One feed of the corpus and what it announces.</summary>
internal sealed record FeedShape(string Name, string Generator, bool Broken, string Address, string? Charset, string? Text, string? Base64, List<FeedItem> Items)
{
    public byte[] Bytes() => Base64 is null ? Encoding.UTF8.GetBytes(Text!) : Convert.FromBase64String(Base64);

    public static string? Instant(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

internal sealed record FeedItem(string? Title, string? Link, string? Date);

internal sealed class FeedScore
{
    private readonly Dictionary<string, (int Right, int All)> _counts = new(StringComparer.Ordinal);

    public void Add(FeedShape shape, IReadOnlyList<FeedItem> read, Action<string> tell)
    {
        Count("feeds with all items", read.Count == shape.Items.Count);
        for (var i = 0; i < shape.Items.Count; i++)
        {
            var want = shape.Items[i];
            var got = i < read.Count ? read[i] : new FeedItem("(none)", "(none)", "(none)");
            Count("title", got.Title == want.Title);
            Count("link", Same(got.Link, want.Link));
            Count("date", got.Date == want.Date);
            var isRight = got.Title == want.Title && Same(got.Link, want.Link) && got.Date == want.Date;
            Count(shape.Broken ? "item, broken" : "item, well-formed", isRight);
            if (!isRight)
            {
                tell($"  {shape.Name} {i}: {JsonSerializer.Serialize(got, Readable)}\n    want {JsonSerializer.Serialize(want, Readable)}");
            }
        }
    }

    public Dictionary<string, double> Figures() => _counts.ToDictionary(c => c.Key, c => c.Value.Right / (double)c.Value.All);

    public override string ToString() => string.Join(", ", Figures().Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value:0.000}")));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>"https://a.test" and "https://a.test/" are one address.</summary>
    private static bool Same(string? one, string? other) => one == other || (Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b) && a.AbsoluteUri == b.AbsoluteUri);

    private void Count(string name, bool right)
    {
        var (was, all) = _counts.GetValueOrDefault(name);
        _counts[name] = (was + (right ? 1 : 0), all + 1);
    }
}
