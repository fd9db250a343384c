using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Articles for tests, written in one line, and their way into a store.</summary>
internal static class Written
{
    public static TaggedArticle Article(string title, string? body = null, params IReadOnlyList<ArticleTag> tags) =>
        new(new ExtractedArticle { Title = title, Body = body ?? $"{title} menurut keterangan petugas di lapangan." }, tags, [], Sensitive: false);

    /// <summary>Published on a day, at midnight WIB.</summary>
    public static TaggedArticle On(this TaggedArticle written, int year, int month, int day) =>
        written with
        {
            Article = written.Article with
            {
                PublishedAt = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddHours(-7),
                PublishedDay = new DateOnly(year, month, day),
                PublishedPrecision = DatePrecision.Day,
            },
        };

    public static ArticleTag Region(string code, bool main = false) => Tag(TagKind.Region, code, main);

    public static ArticleTag Agency(string slug) => Tag(TagKind.Agency, slug, main: false);

    public static ArticleTag Topic(string slug, bool main = false) => Tag(TagKind.Topic, slug, main);

    /// <summary>Saves as one run saves it: in a scope of its own, with tags of its own.</summary>
    public static Task<ItemResult> SaveAsync(this TestStore store, Source source, string key, TaggedArticle written) =>
        store.UseAsync<ArticleStore, ItemResult>(articles => articles.SaveAsync(
            source, new ArticleOffer(key), written with { Tags = [.. written.Tags.Select(Copy)] }, new SourceItem { SourceId = source.Id, Key = key }, lease: null, TestContext.Current.CancellationToken));

    private static ArticleTag Tag(TagKind kind, string key, bool main) => new() { Kind = kind, Key = key, IsMain = main, Origin = TagOrigin.Rule, Confidence = 0.9 };

    private static ArticleTag Copy(ArticleTag tag) =>
        new() { Kind = tag.Kind, Key = tag.Key, IsMain = tag.IsMain, Origin = tag.Origin, Confidence = tag.Confidence, Evidence = [.. tag.Evidence] };
}
