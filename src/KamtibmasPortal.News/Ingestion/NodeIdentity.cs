using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>
/// The name of this process among all that share a store, kept in its data directory: after a restart it is the same, so that its own
/// leases are taken over at once. While another process of the same directory lives, a name of its own is used.
/// </summary>
public sealed class NodeIdentity : IDisposable
{
    private const int NameLength = 32;

    private readonly FileStream? _held;

    private NodeIdentity(string name, FileStream? held) => (Name, _held) = (new WorkerName(name), held);

    public WorkerName Name { get; }

    /// <param name="directory">Data directory of the process; it must exist and be writable.</param>
    public static NodeIdentity Take(string directory)
    {
        try
        {
            // The operating system lets go of it when the process dies, however it dies.
            var file = new FileStream(Path.Combine(directory, "worker"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var known = new byte[NameLength];
            var name = file.ReadAtLeast(known, NameLength, throwOnEndOfStream: false) == NameLength && Array.TrueForAll(known, b => char.IsAsciiHexDigit((char)b))
                ? System.Text.Encoding.ASCII.GetString(known)
                : Write(file);
            return new NodeIdentity(name, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new NodeIdentity(Guid.NewGuid().ToString("N"), null);
        }
    }

    public void Dispose() => _held?.Dispose();

    private static string Write(FileStream file)
    {
        var name = Guid.NewGuid().ToString("N");
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(name));
        file.Flush(flushToDisk: true);
        return name;
    }
}
