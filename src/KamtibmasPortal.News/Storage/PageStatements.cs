using System.Collections.Concurrent;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// What the busiest pages ask of the store, made into statements once for each portal: reading a tree of expressions anew costs more than
/// the store's own work.
/// </summary>
public sealed class PageStatements
{
    private readonly ConcurrentDictionary<int, string> _newest = new();

    /// <summary>One article that the public may see, with its source.</summary>
    internal Func<PortalDbContext, Guid, CancellationToken, Task<Article?>> Article { get; } =
        EF.CompileAsyncQuery((PortalDbContext db, Guid id, CancellationToken _) => db.Articles.AsNoTracking().Where(ArticleQueries.IsPublic).Include(a => a.Source).FirstOrDefault(a => a.Id == id));

    /// <summary>The tags of an article that are shown, in no order.</summary>
    internal Func<PortalDbContext, Guid, IAsyncEnumerable<ArticleTag>> Tags { get; } =
        EF.CompileAsyncQuery((PortalDbContext db, Guid id) => db.ArticleTags.AsNoTracking().Where(t => t.ArticleId == id && !t.IsImplied));

    /// <summary>
    /// The statement of the newest stories, without parameters: how many it reads is written into it, for SQLite plans a statement anew
    /// whenever the parameter of its LIMIT is told.
    /// </summary>
    internal string Newest(int take, Func<int, string> write) => _newest.GetOrAdd(take, write);
}
