using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A thing that a tag can name, as the search over regions, agencies and topics finds it.</summary>
public sealed record TagTarget(TagKind Kind, string Key, string Name, string? Parent);

/// <summary>What editors need to know of an article beside itself. For signed-in editors only.</summary>
public sealed class DeskQueries(PortalDbContext db, PlaceQueries places)
{
    private const int TargetsOfAKind = 8;

    /// <summary>What was changed by hand, newest first.</summary>
    public async Task<IReadOnlyList<ArticleEdit>> EditsAsync(Guid articleId, int take, CancellationToken cancellation) =>
        await db.ArticleEdits.AsNoTracking().Where(e => e.ArticleId == articleId).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take).ToListAsync(cancellation);

    /// <summary>What was changed by hand from a moment on, oldest first.</summary>
    public async Task<IReadOnlyList<ArticleEdit>> EditsSinceAsync(Guid articleId, DateTime since, CancellationToken cancellation) =>
        await db.ArticleEdits.AsNoTracking().Where(e => e.ArticleId == articleId && e.At >= since).OrderBy(e => e.At).ThenBy(e => e.Id).Take(50).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Proposal>> OpenProposalsAsync(Guid articleId, CancellationToken cancellation) =>
        await db.Proposals.AsNoTracking().Where(p => p.ArticleId == articleId && p.State == ProposalState.Open).OrderBy(p => p.At).ToListAsync(cancellation);

    public async Task<IReadOnlyList<RefusedTag>> RefusedTagsAsync(Guid articleId, CancellationToken cancellation) =>
        await db.RefusedTags.AsNoTracking().Where(t => t.ArticleId == articleId).OrderBy(t => t.Kind).ThenBy(t => t.Key).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(Guid articleId, CancellationToken cancellation) =>
        await db.Corrections.AsNoTracking().Where(c => c.ArticleId == articleId).OrderByDescending(c => c.At).ToListAsync(cancellation);

    /// <summary>E-mails of those who may take care of an article.</summary>
    public async Task<IReadOnlyList<string>> EditorsAsync(CancellationToken cancellation) =>
        await db.Users.AsNoTracking().Where(u => u.Email != null).OrderBy(u => u.Email).Select(u => u.Email!).ToListAsync(cancellation);

    public async Task<BulkAct?> BulkAsync(Guid id, CancellationToken cancellation) => await db.BulkActs.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellation);

    /// <summary>How many articles a bulk act changed, and how many of them were put back.</summary>
    public async Task<(int Done, int Back)> CountBulkChangesAsync(Guid id, CancellationToken cancellation)
    {
        var changes = db.BulkChanges.Where(c => c.ActId == id);
        return (await changes.CountAsync(cancellation), await changes.CountAsync(c => c.UndoneAt != null, cancellation));
    }

    /// <summary>Regions, agencies and topics whose name holds the words.</summary>
    public async Task<IReadOnlyList<TagTarget>> SearchTargetsAsync(string text, CancellationToken cancellation)
    {
        var words = text.Trim();
        var like = $"%{words.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        // ToLower is translated to lower(), which takes no culture.
#pragma warning disable CA1304, CA1311, MA0011
        var topics = await db.Topics.AsNoTracking().Where(t => !t.IsRetired && (EF.Functions.Like(t.Name.ToLower(), like, "\\") || EF.Functions.Like(t.Slug, like, "\\"))).OrderBy(t => t.Position).Take(TargetsOfAKind).ToListAsync(cancellation);
        var agencies = await db.Agencies.AsNoTracking().Where(a => EF.Functions.Like(a.Name.ToLower(), like, "\\") || EF.Functions.Like(a.Slug, like, "\\")).OrderBy(a => a.Name.Length).ThenBy(a => a.Name).Take(TargetsOfAKind).ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311, MA0011
        var found = await places.FindAsync(words, TargetsOfAKind, cancellation);
        return
        [
            .. topics.Select(t => new TagTarget(TagKind.Topic, t.Slug, t.Name, null)),
            .. found.Select(f => new TagTarget(TagKind.Region, f.Region.Code, f.Region.Name, f.Above is [var parent, ..] ? parent.Name : null)),
            .. agencies.Select(a => new TagTarget(TagKind.Agency, a.Slug, a.Name, null)),
        ];
    }

    /// <summary>The name that pages show for a tag; null when nothing has that key.</summary>
    public async Task<TagTarget?> TargetAsync(TagKind kind, string key, CancellationToken cancellation) => kind switch
    {
        TagKind.Region => await db.Regions.AsNoTracking().Where(r => r.Code == key).Select(r => r.Name).FirstOrDefaultAsync(cancellation),
        TagKind.Agency => await db.Agencies.AsNoTracking().Where(a => a.Slug == key).Select(a => a.Name).FirstOrDefaultAsync(cancellation),
        _ => await db.Topics.AsNoTracking().Where(t => t.Slug == key).Select(t => t.Name).FirstOrDefaultAsync(cancellation),
    } is { } name ? new TagTarget(kind, key, name, null) : null;
}
