using System.Diagnostics;
using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// Web pages against their gold, for this portal and for SmartReader alone in the same run: F1 of 4-word shingles of the body, exact
/// title, day and author, refusal of pages that are no article, and how much faster the whole extraction is.
/// </summary>
internal static class PagesBenchmark
{
    private const int TimedRounds = 6;

    /// <summary>Rounds that only let the compiler settle.</summary>
    private const int WarmRounds = 3;

    /// <param name="half">dev, heldout or all; or a folder of one's own with gold.jsonl.</param>
    /// <param name="detail">Prints each item that is wrong.</param>
    public static int Run(string half, bool detail) => Directory.Exists(half) ? RunFolder(half, "own", detail) : Corpus.Halves(half).Max(h => RunFolder(Path.Combine(Corpus.Root, "pages", h), h, detail));

    private static int RunFolder(string folder, string half, bool detail)
    {
        var pages = Corpus.Rows<PageGold>(Path.Combine(folder, "gold.jsonl")).Select(g => new GoldPage(g, File.ReadAllBytes(Path.Combine(folder, g.File)))).ToList();
        var (own, peer) = (new PageScore(), new PageScore());
        foreach (var (gold, bytes) in pages)
        {
            var faults = own.Add(gold, Own(bytes, gold.Url));
            peer.Add(gold, Peer(bytes, gold.Url));
            if (detail)
            {
                faults.ForEach(f => Console.WriteLine($"  {gold.File} {f}"));
            }
        }

        var figures = own.Figures();
        figures["speed ratio"] = SpeedRatio(pages);
        foreach (var (name, value) in peer.Figures())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages.{half} {"SmartReader " + name,-22} {value:0.000}"));
        }

        return Floors.Check("pages", half, figures);
    }

    private static PageReading Own(byte[] bytes, string? url)
    {
        var article = new ArticleExtractor().Extract(new FetchedPage(bytes, "", IsHtml: true, url));
        return new PageReading(article.Title, article.Body, article.Author, article.PublishedDay, article.Rejection?.ToString());
    }

    private static PageReading Peer(byte[] bytes, string? url)
    {
        var article = new SmartReader.Reader(url ?? "https://page.invalid/", TextDecoder.Decode(bytes) ?? "").GetArticle();
        return new PageReading(article.Title ?? "", article.TextContent ?? "", article.Author, article.PublicationDate is { } date ? DateOnly.FromDateTime(date) : null, article.IsReadable ? null : "unreadable");
    }

    /// <summary>Time of SmartReader over time of the portal, rounds interleaved so that a noisy machine slows both.</summary>
    private static double SpeedRatio(List<GoldPage> pages)
    {
        long own = 0, peer = 0;
        for (var round = 0; round < WarmRounds + TimedRounds; round++)
        {
            var (ownTime, peerTime) = (Time(pages, p => Own(p.Bytes, p.Gold.Url)), Time(pages, p => Peer(p.Bytes, p.Gold.Url)));
            own += round < WarmRounds ? 0 : ownTime;
            peer += round < WarmRounds ? 0 : peerTime;
        }

        var count = pages.Count * TimedRounds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"milliseconds a page: {Stopwatch.GetElapsedTime(0, own).TotalMilliseconds / count:0.00}, SmartReader {Stopwatch.GetElapsedTime(0, peer).TotalMilliseconds / count:0.00}"));
        return peer / (double)own;
    }

    private static long Time(List<GoldPage> pages, Func<GoldPage, PageReading> read)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var page in pages)
        {
            GC.KeepAlive(read(page));
        }

        return Stopwatch.GetTimestamp() - start;
    }

    private sealed record GoldPage(PageGold Gold, byte[] Bytes);
}

/// <summary>What a page's article is, as labelled before any extractor was run.</summary>
/// <param name="File">Name beside gold.jsonl.</param>
/// <param name="Url">Where the page would stand.</param>
/// <param name="Title">Headline as printed.</param>
/// <param name="Author">Persons, "A, B"; null for none.</param>
/// <param name="Day">Day of publication on the publisher's clock.</param>
/// <param name="Body">Paragraphs; null for no article.</param>
/// <param name="Rejection">What a page without an article is; null for articles.</param>
internal sealed record PageGold(string File, string? Url, string? Title, string? Author, string? Day, string? Body, string? Rejection);

/// <summary>What a reader made of a page.</summary>
internal sealed record PageReading(string Title, string Body, string? Author, DateOnly? Day, string? Rejection);

/// <summary>Adds up what was right over a set of pages.</summary>
internal sealed class PageScore
{
    private const int ShingleWords = 4;

    private readonly List<double> _bodies = [];
    private readonly Dictionary<string, (int Right, int Asked)> _fields = new(StringComparer.Ordinal);

    /// <returns>What was wrong, for a reader.</returns>
    public List<string> Add(PageGold gold, PageReading read)
    {
        var faults = new List<string>();
        if (gold.Rejection is not null)
        {
            Mark("rejected", read.Rejection is not null, $"taken for an article, is {gold.Rejection}", faults);
            return faults;
        }

        var f1 = read.Rejection is null ? ShingleF1(read.Body, gold.Body ?? "") : 0;
        _bodies.Add(f1);
        if (f1 < 0.97)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"body {f1:0.000}"));
            faults.AddRange(Apart(read.Body, gold.Body ?? "").Select(l => "   + " + l));
            faults.AddRange(Apart(gold.Body ?? "", read.Body).Select(l => "   - " + l));
        }

        Mark("accepted", read.Rejection is null, read.Rejection, faults);
        Mark("title", Same(gold.Title, read.Title), $"{read.Title} WANT {gold.Title}", faults);
        Mark("day", gold.Day is null ? read.Day is null : read.Day == DateOnly.ParseExact(gold.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), $"{read.Day:yyyy-MM-dd} WANT {gold.Day}", faults);
        Mark("author", Same(gold.Author, read.Author), $"{read.Author} WANT {gold.Author}", faults);
        return faults;
    }

    public Dictionary<string, double> Figures()
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["body F1"] = _bodies.DefaultIfEmpty(1).Average() };
        foreach (var (field, (right, asked)) in _fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            figures[field] = right / (double)asked;
        }

        return figures;
    }

    private void Mark(string field, bool right, string? got, List<string> faults)
    {
        var (had, asked) = _fields.GetValueOrDefault(field);
        _fields[field] = (had + (right ? 1 : 0), asked + 1);
        if (!right)
        {
            faults.Add($"{field}: {got}");
        }
    }

    private static bool Same(string? a, string? b) => PlainText.Fold(a ?? "").Equals(PlainText.Fold(b ?? ""), StringComparison.OrdinalIgnoreCase);

    /// <summary>Paragraphs of one text that the other has not.</summary>
    private static IEnumerable<string> Apart(string text, string other)
    {
        var whole = string.Concat(Words(other));
        return text.Split('\n').Where(l => l.Length > 0 && !whole.Contains(string.Concat(Words(l)), StringComparison.Ordinal)).Select(l => l.Length > 120 ? l[..120] : l);
    }

    /// <summary>Both texts as multisets of runs of four words.</summary>
    private static double ShingleF1(string got, string want)
    {
        var (a, b) = (Shingles(got), Shingles(want));
        var shared = a.Sum(s => Math.Min(s.Value, b.GetValueOrDefault(s.Key)));
        var total = a.Values.Sum() + b.Values.Sum();
        return total == 0 ? 1 : 2.0 * shared / total;
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Math.Min(ShingleWords, words.Count) <= words.Count && words.Count > 0; i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(ShingleWords));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
