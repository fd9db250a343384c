namespace KamtibmasPortal.News.Model;

/// <summary>A guess at an account's password or code that was evaluated; forgotten after an hour, and at once when it was right.</summary>
public sealed class SignInGuess
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the e-mail that was typed, lower-case hex: whether it has an account makes no difference.</summary>
    public required string Account { get; init; }

    public required DateTime At { get; init; }
}
