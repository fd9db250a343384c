using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Plain documents against their gold: share of documents right in each field.</summary>
internal static partial class ExtractionBenchmark
{
    public static int Run(string half, bool detail) => Corpus.Halves(half).Max(h => RunHalf(h, detail));

    private static int RunHalf(string half, bool detail)
    {
        var folder = Path.Combine(Corpus.Root, "extraction");
        var right = new Dictionary<string, List<bool>>(StringComparer.Ordinal);
        void Mark(string file, string field, bool ok, string? got)
        {
            right.TryAdd(field, []);
            right[field].Add(ok);
            if (detail && !ok)
            {
                Console.WriteLine($"  {file} {field}: {got}");
            }
        }

        foreach (var gold in Corpus.Rows<Gold>(Path.Combine(folder, half + ".jsonl")))
        {
            var article = PlainTextExtractor.Extract(TextDecoder.Decode(File.ReadAllBytes(Path.Combine(folder, gold.File))) ?? "");
            var body = Squeeze(article.Body);
            Mark(gold.File, "title", gold.TitleDerived ? article.TitleDerived : !article.TitleDerived && Same(article.Title, gold.Title), article.Title);
            Mark(gold.File, "day", article.PublishedDay == (gold.PublishedDay is null ? null : DateOnly.ParseExact(gold.PublishedDay, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), $"{article.PublishedDay} want {gold.PublishedDay}");
            Mark(gold.File, "minute", article.PublishedPrecision.ToString().Equals(gold.PublishedPrecision, StringComparison.OrdinalIgnoreCase)
                && (gold.PublishedAt is null || article.PublishedAt == DateTimeOffset.Parse(gold.PublishedAt, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime), $"{article.PublishedAt} {article.PublishedPrecision} want {gold.PublishedAt} {gold.PublishedPrecision}");
            Mark(gold.File, "author", Same(article.Author, gold.Author) || (gold.AuthorAlso?.Exists(a => Same(a, article.Author)) ?? false), $"{article.Author} want {gold.Author}");
            Mark(gold.File, "caption", Same(article.Caption, gold.Caption), $"{article.Caption} want {gold.Caption}");
            Mark(gold.File, "starts", body.StartsWith(Squeeze(gold.BodyStarts), StringComparison.Ordinal) || body.StartsWith(Squeeze(gold.BodyStartsNoDateline ?? gold.BodyStarts), StringComparison.Ordinal), article.Body[..Math.Min(80, article.Body.Length)]);
            Mark(gold.File, "ends", body.EndsWith(Squeeze(gold.BodyEnds), StringComparison.Ordinal), article.Body[Math.Max(0, article.Body.Length - 80)..]);
            Mark(gold.File, "furniture", !gold.MustNotContain.Exists(f => body.Contains(Squeeze(f), StringComparison.OrdinalIgnoreCase)), string.Join(" | ", gold.MustNotContain.Where(f => body.Contains(Squeeze(f), StringComparison.OrdinalIgnoreCase))));
            Mark(gold.File, "kept", gold.MustContain.TrueForAll(f => body.Contains(Squeeze(f), StringComparison.Ordinal)), string.Join(" | ", gold.MustContain.Where(f => !body.Contains(Squeeze(f), StringComparison.Ordinal))));
            Mark(gold.File, "accepted", article.Rejection is null, article.Rejection?.ToString());
        }

        return Floors.Check("extraction", half, right.ToDictionary(x => x.Key, x => x.Value.Count(ok => ok) / (double)x.Value.Count));
    }

    private static bool Same(string? a, string? b) => Squeeze(a ?? "").Equals(Squeeze(b ?? ""), StringComparison.OrdinalIgnoreCase);

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ").Trim(' ', '*');

    [GeneratedRegex(@"[\s*_]+")]
    private static partial Regex WhiteSpace();

    private sealed record Gold(
        string File, string? Title, bool TitleDerived, string? PublishedDay, string PublishedPrecision, string? PublishedAt, string? Author, List<string>? AuthorAlso,
        string? Caption, string BodyStarts, string? BodyStartsNoDateline, string BodyEnds, List<string> MustNotContain, List<string> MustContain);
}
