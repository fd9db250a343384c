using System.Net;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>How the outbound client behaves.</summary>
public sealed record WebFetchSettings
{
    /// <summary>Sent with every request: who asks and how to reach them.</summary>
    public required string UserAgent { get; init; }

    /// <summary>host:port that may be fetched although it is not public, on any port.</summary>
    public IReadOnlyList<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>One deadline over headers and body of all redirects together; waiting for a turn does not count.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes after decompression.</summary>
    public int SizeLimit { get; init; } = 5 * 1024 * 1024;

    /// <summary>Pause between two requests to one host, unless the host asks for a longer one.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Name to addresses.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
