using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Reads a folder once, on somebody's order. The same folder imported again finds its own articles.</summary>
public sealed class FolderImport(PortalDbContext db, SourcePoll poll, TimeProvider clock)
{
    /// <summary>A folder's own name is cut to it.</summary>
    public const int LongestPublisher = 80;

    private const string NameMark = " (impor ";

    /// <summary>Whether a source came from here: its name is made for telling folders apart, not for readers.</summary>
    public static bool IsImport(Source source) => source.Kind is SourceKind.Folder && source.Name.Contains(NameMark, StringComparison.Ordinal);

    /// <param name="folder">The folder, any path.</param>
    /// <param name="publisher">The outlet; null takes the folder's name.</param>
    /// <param name="trust">Whether the articles wait for an editor.</param>
    /// <param name="display">How much of them the public may read.</param>
    /// <param name="progress">Told of each settled item.</param>
    /// <param name="cancellation">Stops between items; the same call goes on from there.</param>
    /// <returns>Null while another process imports the same folder.</returns>
    public async Task<FetchRun?> RunAsync(string folder, string? publisher, Trust trust, Display display, Action<PollProgress>? progress, CancellationToken cancellation)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var named = Path.GetFileName(path) is { Length: > 0 } last ? last : "arsip";
        publisher ??= named;
        // The path itself is nobody's business, but two folders of one name are two sources.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..6];
        var name = $"{Short(publisher)}{NameMark}{Short(named)} {mark})";
        var source = await db.Sources.FirstOrDefaultAsync(s => s.Name == name, cancellation);
        if (source is null)
        {
            source = new Source { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name, Kind = SourceKind.Folder, Address = path, Publisher = Short(publisher), IsPaused = true };
            db.Sources.Add(source);
        }

        source.Trust = trust;
        source.Display = display;
        await db.SaveChangesAsync(cancellation);
        return await poll.TryRunAsync(source.Id, progress, folder: null, cancellation);
    }

    private static string Short(string text) => text.Length <= LongestPublisher ? text : text[..LongestPublisher];
}
