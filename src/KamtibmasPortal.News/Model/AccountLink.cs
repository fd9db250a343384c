namespace KamtibmasPortal.News.Model;

public enum LinkPurpose { Invitation, PasswordReset }

/// <summary>A link that works once: an invitation, or a new password. The store knows its secret's hash alone.</summary>
public sealed class AccountLink
{
    public required Guid Id { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required string Email { get; init; }

    /// <summary>Of an invitation: the role that waits.</summary>
    public string? Role { get; init; }

    /// <summary>SHA-256 of the secret in the link, lower-case hex.</summary>
    public required string SecretSha256 { get; init; }

    /// <summary>E-mail of who made it.</summary>
    public required string MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
}
