using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>What the store knows under the names of an offer.</summary>
/// <param name="ArticleId">The article they name; null for a new one.</param>
/// <param name="IsErased">An editor erased it: it must not return.</param>
/// <param name="Missing">Names that are not taken yet.</param>
internal sealed record KnownNames(Guid? ArticleId, bool IsErased, IReadOnlyList<string> Missing);

/// <summary>An article that stands in the store already, without its text.</summary>
internal sealed record HeldArticle(Guid Id, Guid SourceId, string Key, string ContentSha256, bool IsGone);

/// <summary>The names under which publishers offer articles.</summary>
internal sealed class ArticleNames(PortalDbContext db)
{
    private const string Held = """SELECT "Id", "SourceId", "Key", "ContentSha256", CASE WHEN "GoneAt" IS NULL THEN 0 ELSE 1 END FROM "Articles" """;

    /// <summary>Name of a text that was erased: it does not come back under another address.</summary>
    public static string OfText(string sha256) => $"teks:{sha256}";

    public async Task<KnownNames> FindAsync(Source source, ArticleOffer offer, ExtractedArticle text, string sha256, CancellationToken cancellation)
    {
        var keys = offer.Addresses.Concat(offer.Claims).Distinct(StringComparer.Ordinal).ToList();
        var asked = keys.Append(OfText(sha256)).ToList();
        var known = (await db.ReadRowsAsync(
            $"""SELECT "Key", "ArticleId" FROM "ArticleUrls" WHERE "Publisher" = @p0 AND "Key" IN ({string.Join(", ", asked.Select((_, i) => $"@p{i + 1}"))})""",
            [source.Publisher, .. asked],
            r => (Key: r.GetString(0), ArticleId: r.IsDBNull(1) ? (Guid?)null : r.GetGuid(1)),
            cancellation)).ToDictionary(u => u.Key, u => u.ArticleId, StringComparer.Ordinal);
        if (offer.Addresses.Append(OfText(sha256)).Any(a => known.TryGetValue(a, out var id) && id is null))
        {
            return new KnownNames(null, true, []);
        }

        var sure = offer.Addresses.Select(a => known.GetValueOrDefault(a)).FirstOrDefault(id => id is not null);
        foreach (var id in sure is null ? offer.Claims.Select(c => known.GetValueOrDefault(c)).OfType<Guid>().Distinct() : [])
        {
            var other = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Title, a.Body }).FirstOrDefaultAsync(cancellation);
            if (other is not null && SameArticle.Is(other.Title, other.Body, text.Title, text.Body))
            {
                sure = id;
                break;
            }
        }

        // A claim that names another article is not this one's name.
        return new KnownNames(sure, false, [.. keys.Where(k => !known.ContainsKey(k))]);
    }

    /// <summary>Articles of this item, of this text at this publisher, and the named one.</summary>
    public Task<List<HeldArticle>> HeldAsync(Source source, string key, string sha256, Guid? named, CancellationToken cancellation) => db.ReadRowsAsync(
        $"{Held} WHERE \"SourceId\" = @p0 AND \"Key\" = @p1 UNION ALL {Held} WHERE \"Publisher\" = @p2 AND \"ContentSha256\" = @p3" + (named is null ? "" : $" UNION ALL {Held} WHERE \"Id\" = @p4"),
        named is { } id ? [source.Id, key, source.Publisher, sha256, id] : [source.Id, key, source.Publisher, sha256],
        r => new HeldArticle(r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetInt32(4) == 1),
        cancellation);

    /// <summary>Of all writers in one order: two that give the same names must not wait for each other.</summary>
    public static void Give(PlainRows rows, IReadOnlyList<string> keys, Source source, Guid articleId) =>
        rows.AddRange(keys.Order(StringComparer.Ordinal).Select(k => new ArticleUrl { Publisher = source.Publisher, Key = k, SourceId = source.Id, ArticleId = articleId }));

    /// <summary>Turns all names of an article into tombstones, its text's and its item's own included.</summary>
    public async Task BuryAsync(Article article, CancellationToken cancellation)
    {
        await db.ArticleUrls.Where(u => u.ArticleId == article.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ArticleId, (Guid?)null), cancellation);
        var text = OfText(article.ContentSha256);
        if (!await db.ArticleUrls.AnyAsync(u => u.Publisher == article.Publisher && u.Key == text, cancellation))
        {
            db.ArticleUrls.Add(new ArticleUrl { Publisher = article.Publisher, Key = text, SourceId = article.SourceId });
        }
    }
}
