using System.Globalization;
using System.Security.Cryptography;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Fetching;

/// <summary>Reads the file of an item whole, or says why not. A file that is being replaced is read again until it holds still.</summary>
public sealed class FileFetcher
{
    /// <summary>No report is longer; the same limit holds for pages from the web.</summary>
    public const int SizeLimit = 5 * 1024 * 1024;

    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static string FingerprintOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");

    public async Task<FetchResult> ReadAsync(DiscoveredItem item, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var before = new FileInfo(item.Location);
                var fingerprint = FingerprintOf(before);
                if (Refusal(before) is { } refusal)
                {
                    return new FetchResult(null, refusal, fingerprint);
                }

                var bytes = await ReadBytesAsync(before, cancellation);
                var after = new FileInfo(item.Location);
                if (after.Exists && FingerprintOf(after) == fingerprint && bytes.Length == after.Length)
                {
                    var page = new FetchedPage(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), IsHtml(item.Location), Address: null);
                    return new FetchResult(page, null, fingerprint);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt == Tries)
            {
                return Failed(item, FailureReason.FileUnreadable, e is UnauthorizedAccessException ? "the file may not be read" : e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Read again below: editors save by replacing.
            }

            if (attempt == Tries)
            {
                return Failed(item, FailureReason.FileChanging);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private static FetchResult Failed(DiscoveredItem item, FailureReason reason, string? why = null) => new(null, ItemResult.Failed(reason, why), item.Fingerprint);

    private static ItemResult? Refusal(FileInfo file) => file switch
    {
        { Length: 0 } => ItemResult.Rejected(RejectionReason.Empty),
        { Length: > SizeLimit } => ItemResult.Rejected(RejectionReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1048576.0:0.0} MB")),
        _ => null,
    };

    private static async Task<byte[]> ReadBytesAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = new FileStream(file.FullName, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        using var bytes = new MemoryStream((int)Math.Min(file.Length, SizeLimit));
        var buffer = new byte[65_536];
        int read;
        // A file that grows while it is read is cut here and found changed by the caller.
        while (bytes.Length <= SizeLimit && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static bool IsHtml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM";
}
