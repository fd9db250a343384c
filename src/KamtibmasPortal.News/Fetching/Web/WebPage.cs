using System.Net;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>What is asked of an address.</summary>
/// <param name="Address">http or https.</param>
public sealed record WebRequest(Uri Address)
{
    /// <summary>Validators of what is known already: an unchanged page answers 304 without a body.</summary>
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
}

/// <summary>What an address answered with.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Charset">As the transport declares it.</param>
/// <param name="MediaType">As the transport declares it.</param>
/// <param name="Bytes">The body, decompressed.</param>
public sealed record WebPage(Uri Address, HttpStatusCode Status, string? Charset, string? MediaType, ReadOnlyMemory<byte> Bytes)
{
    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>What a busy site asks for, seconds or a date as sent.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>All response headers, a line each, as sent.</summary>
    public string Headers { get; init; } = "";

    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}

public enum WebFault { Refused, Unreachable, UnknownHost, Deadline, TooLarge, TooManyRedirects, BadRedirect, BadAnswer, RobotsRefused, RobotsUnavailable, Throttled }

/// <summary>A page, or why there is none.</summary>
public sealed record WebResult(WebPage? Page, WebFault? Fault, string? Detail)
{
    /// <summary>The host asked not to be disturbed before this time.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public static WebResult Failed(WebFault fault, string detail, DateTimeOffset? retryAt = null) => new(null, fault, detail) { RetryAt = retryAt };
}
