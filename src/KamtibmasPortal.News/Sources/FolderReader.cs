using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources;

/// <summary>Announces the *.txt and *.html files of a folder and all folders below it, in the order of their paths.</summary>
public sealed class FolderReader : ISourceReader
{
    private static readonly string[] Endings = [".txt", ".html", ".htm"];

    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        // Links could lead out of the folder or round in circles; names with a dot are somebody's housekeeping.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    public Task<Listing> ReadAsync(Source source, SourceState known, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult(new Listing { Items = [.. Read(source.Address).Select(i => new ListedItem(i, null))] });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(Listing.Broken(e is DirectoryNotFoundException ? FailureReason.FolderMissing : FailureReason.FileUnreadable, e.Message));
        }
    }

    /// <exception cref="DirectoryNotFoundException">The folder is not there: the source is broken, not quiet.</exception>
    public IReadOnlyList<DiscoveredItem> Read(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            throw new DirectoryNotFoundException($"The folder {folder} does not exist.");
        }

        return [.. root.EnumerateFiles("*", Walk)
            .Where(f => Endings.Contains(f.Extension, StringComparer.OrdinalIgnoreCase))
            .Select(f => (File: f, Key: Path.GetRelativePath(root.FullName, f.FullName).Replace('\\', '/')))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => new DiscoveredItem(f.Key, f.File.FullName, FingerprintOf(f.File)))];
    }

    private static string FingerprintOf(FileInfo file)
    {
        try
        {
            return FileFetcher.FingerprintOf(file);
        }
        catch (IOException)
        {
            // Gone since it was listed: the fetcher will say so.
            return "";
        }
    }
}
