using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Ingestion;

public enum AdditionAnswer { Stored, Known, NoPublisher, NoContent, BadAddress, BadFile, TooSlow, Unreadable }

/// <summary>What became of an article added by hand.</summary>
/// <param name="Answer">In one word.</param>
/// <param name="ArticleId">The article, or the one that was known already.</param>
/// <param name="Result">Why it could not be read.</param>
public sealed record AddedArticle(AdditionAnswer Answer, Guid? ArticleId = null, ItemResult? Result = null);

/// <summary>An article as somebody of the redaksi hands it in: one of the three.</summary>
public sealed record HandedArticle(string? Publisher)
{
    public string? Address { get; init; }
    public string? Text { get; init; }
    public string? FileName { get; init; }
    public ReadOnlyMemory<byte> File { get; init; }
}

/// <summary>Adds one article by hand: fetched through the one outbound client or handed in, then read, tagged and stored as any other.</summary>
public sealed class ArticleAddition(PortalDbContext db, ItemFetcher fetcher, ArticleExtractor extractor, ArticleTagger tagger, ArticleStore store, WorkSlots slots, TimeProvider clock)
{
    public const int LongestPublisher = 80;
    public const int LongestText = 500_000;

    private const string NameMark = " (tambahan redaksi)";

    /// <summary>One request may last 20 seconds, and a host's turn is waited for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <param name="handed">What was handed in.</param>
    /// <param name="trust">What the article is trusted, given what its source is.</param>
    /// <param name="audit">Makes the entry of the act.</param>
    /// <param name="cancellation">Stops before the store is written.</param>
    public async Task<AddedArticle> AddAsync(HandedArticle handed, Func<Trust, Trust> trust, Func<Guid, AuditEntry> audit, CancellationToken cancellation)
    {
        var publisher = handed.Publisher?.Trim() ?? "";
        if (publisher.Length is 0 or > LongestPublisher || publisher.Any(char.IsControl))
        {
            return new AddedArticle(AdditionAnswer.NoPublisher);
        }

        var given = new[] { !string.IsNullOrWhiteSpace(handed.Address), !string.IsNullOrWhiteSpace(handed.Text), handed.FileName is not null }.Count(g => g);
        if (given != 1)
        {
            return new AddedArticle(AdditionAnswer.NoContent);
        }

        var (page, key, fault) = !string.IsNullOrWhiteSpace(handed.Address) ? await FetchAsync(handed.Address.Trim(), cancellation) : Read(handed);
        if (page is null)
        {
            return fault!;
        }

        if (page.Usage.NoIndex)
        {
            return Unreadable(ItemResult.Rejected(RejectionReason.OptedOut));
        }

        return await StoreAsync(await SourceAsync(publisher, page, trust, cancellation), key, page, audit, cancellation);
    }

    private async Task<(FetchedPage? Page, string Key, AddedArticle? Fault)> FetchAsync(string address, CancellationToken cancellation)
    {
        // Anything else would be read as the path of a file on this machine.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || CanonicalAddress.Of(url) is not { } key)
        {
            return (null, "", new AddedArticle(AdditionAnswer.BadAddress));
        }

        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var fetched = await fetcher.ReadAsync(new DiscoveredItem(key, url.AbsoluteUri, ""), either.Token);
            return (fetched.Page, key, fetched.Page is null ? Unreadable(fetched.Refusal) : null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return (null, key, new AddedArticle(AdditionAnswer.TooSlow));
        }
    }

    private static (FetchedPage? Page, string Key, AddedArticle? Fault) Read(HandedArticle handed)
    {
        if (handed.FileName is { } name)
        {
            var ending = Path.GetExtension(name).ToUpperInvariant();
            return ending is ".TXT" or ".HTM" or ".HTML" && handed.File.Length is > 0 and <= FileFetcher.SizeLimit
                ? Page(handed.File, ending != ".TXT")
                : (null, "", new AddedArticle(AdditionAnswer.BadFile));
        }

        return handed.Text!.Length <= LongestText ? Page(Encoding.UTF8.GetBytes(handed.Text), isHtml: false) : (null, "", Unreadable(ItemResult.Rejected(RejectionReason.TooLarge)));
    }

    private static (FetchedPage? Page, string Key, AddedArticle? Fault) Page(ReadOnlyMemory<byte> bytes, bool isHtml)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        return (new FetchedPage(bytes, hash, isHtml, Address: null), $"naskah/{hash}", null);
    }

    /// <summary>The source that reads this site for that publisher; else one that holds what is added by hand, and is never polled.</summary>
    private async Task<Source> SourceAsync(string publisher, FetchedPage page, Func<Trust, Trust> trust, CancellationToken cancellation)
    {
        var own = page.Address is { } address ? (await db.Sources.AsNoTracking().Where(s => s.Publisher == publisher).ToListAsync(cancellation)).Find(s => s.Host is { } host && CanonicalAddress.Of($"https://{host}/") == CanonicalAddress.Of(new Uri(new Uri(address), "/"))) : null;
        var source = own ?? await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name == publisher + NameMark, cancellation);
        if (source is null)
        {
            source = new Source { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = publisher + NameMark, Kind = SourceKind.Folder, Address = "tambahan-redaksi", Publisher = publisher, IsPaused = true };
            db.Sources.Add(source);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        source.Trust = trust(source.Trust);
        return source;
    }

    private async Task<AddedArticle> StoreAsync(Source source, string key, FetchedPage page, Func<Guid, AuditEntry> audit, CancellationToken cancellation)
    {
        TaggedArticle tagged;
        using (await slots.TakeAsync(cancellation))
        {
            var extracted = extractor.Extract(page);
            if (extracted.Rejection is { } reason)
            {
                return Unreadable(ItemResult.Rejected(reason));
            }

            tagged = tagger.Tag(extracted);
        }

        var found = page.Address is { } address ? new Uri(address) : null;
        var offer = new ArticleOffer(key)
        {
            SourceUrl = found is null ? null : CanonicalAddress.ForReaders(found),
            Addresses = found is null ? [] : [.. new[] { key, CanonicalAddress.Of(found) }.OfType<string>().Distinct(StringComparer.Ordinal)],
            ExcerptOnly = page.Usage.ExcerptOnly,
            Pages = page.Usage.NoArchive ? [] : [page],
        };
        var item = await db.SourceItems.AsNoTracking().FirstOrDefaultAsync(i => i.SourceId == source.Id && i.Key == key, cancellation) ?? new SourceItem { SourceId = source.Id, Key = key };
        var result = await store.SaveAsync(source, offer, tagged, item, lease: null, cancellation);
        if (result.ArticleId is not { } id)
        {
            return Unreadable(result);
        }

        if (result.Outcome is ItemOutcome.Stored)
        {
            db.AuditEntries.Add(audit(id));
            await db.SaveChangesAsync(cancellation);
        }

        return new AddedArticle(result.Outcome is ItemOutcome.Stored ? AdditionAnswer.Stored : AdditionAnswer.Known, id, result);
    }

    private static AddedArticle Unreadable(ItemResult? result) => new(AdditionAnswer.Unreadable, null, result);
}
