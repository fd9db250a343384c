using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The parts of an article whose change makes a version.</summary>
public enum ArticleField { Title, Body, Caption, Author }

/// <summary>One version of an article as its publisher had it.</summary>
public sealed record ArticleVersion(int Number, string Title, string Body, string? Caption, string? Author, string ContentSha256, DateTime SeenAt)
{
    public string Of(ArticleField field) => field switch
    {
        ArticleField.Title => Title,
        ArticleField.Body => Body,
        ArticleField.Caption => Caption ?? "",
        _ => Author ?? "",
    };
}

/// <summary>A version in a list: no long text.</summary>
public sealed record VersionHead(int Number, string Title, string ContentSha256, DateTime SeenAt);

/// <summary>A version with what was changed since the one before; nothing for the first.</summary>
public sealed record ChangedVersion(ArticleVersion Version, IReadOnlyList<FieldChange> Changes);

/// <summary>A published article with its versions, newest first.</summary>
/// <param name="Article">The article as it stands.</param>
/// <param name="Heads">All versions.</param>
/// <param name="Versions">Those asked for, with their changes.</param>
public sealed record ArticleHistory(Article Article, IReadOnlyList<VersionHead> Heads, IReadOnlyList<ChangedVersion> Versions);

/// <summary>What publishers changed, as far as the public may see it.</summary>
public sealed class HistoryQueries(PortalDbContext db, ArticleQueries articles)
{
    /// <summary>For all versions of one answer together.</summary>
    private const long Effort = 3 * DiffEffort.OneText;

    private static readonly ArticleField[] s_fields = Enum.GetValues<ArticleField>();

    /// <summary>Null when there is no such article or the public may not see it. What an editor let pass is the present version alone: one before it may name whom the law protects.</summary>
    /// <param name="id">The article.</param>
    /// <param name="newest">Number of the newest version whose changes are asked for; null for the present one.</param>
    /// <param name="take">So many versions with their changes.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<ArticleHistory?> FindAsync(Guid id, int? newest, int take, CancellationToken cancellation)
    {
        if (await articles.Published().FirstOrDefaultAsync(a => a.Id == id && !a.IsSensitive, cancellation) is not { } article)
        {
            return null;
        }

        var revisions = db.Revisions.AsNoTracking().Where(r => r.ArticleId == id && r.Number < article.Revision);
        var heads = await revisions.OrderByDescending(r => r.Number).Select(r => new VersionHead(r.Number, r.Title, r.ContentSha256, r.SeenAt)).ToListAsync(cancellation);
        var present = new ArticleVersion(article.Revision, article.TitleAsPrinted(), article.Body, article.Caption, article.Author, article.ContentSha256, article.RevisedAt ?? article.FirstSeenAt);
        heads.Insert(0, new VersionHead(present.Number, present.Title, present.ContentSha256, present.SeenAt));
        var last = Math.Min(newest ?? present.Number, present.Number);
        var versions = await revisions.Where(r => r.Number <= last).OrderByDescending(r => r.Number).Take(take + 1)
            .Select(r => new ArticleVersion(r.Number, r.Title, r.Body, r.Caption, r.Author, r.ContentSha256, r.SeenAt)).ToListAsync(cancellation);
        if (last == present.Number)
        {
            versions.Insert(0, present);
        }

        var effort = new DiffEffort(Effort);
        return new ArticleHistory(article, heads, [.. versions.Take(take).Select((v, i) => new ChangedVersion(v, i + 1 < versions.Count ? Changes(article, versions[i + 1], v, effort) : []))]);
    }

    private static List<FieldChange> Changes(Article article, ArticleVersion before, ArticleVersion after, DiffEffort effort) =>
        [.. s_fields.Where(f => before.Of(f) != after.Of(f)).Select(f => Disclosure.OfChange(article, f, TextChanges.Between(before.Of(f), after.Of(f), effort)))];
}
