using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// What the busiest page asks of the store, made into a statement once for each portal: reading a tree of expressions anew costs more than
/// the store's own work.
/// </summary>
public sealed class PageStatements
{
    private readonly ConcurrentDictionary<int, string> _newest = new();

    /// <summary>
    /// The statement of the newest stories, without parameters: how many it reads is written into it, for SQLite plans a statement anew
    /// whenever the parameter of its LIMIT is told.
    /// </summary>
    internal string Newest(int take, Func<int, string> write) => _newest.GetOrAdd(take, write);
}
