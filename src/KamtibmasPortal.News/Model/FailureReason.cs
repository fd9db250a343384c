namespace KamtibmasPortal.News.Model;

/// <summary>What a failure means for the next try.</summary>
public enum FailureKind
{
    /// <summary>Tried again later, at growing distances.</summary>
    Temporary,

    /// <summary>Not tried again until the item changes.</summary>
    Hard,
}

/// <summary>Why something could not be read. Pages translate it for editors.</summary>
public enum FailureReason
{
    FileUnreadable,
    FileChanging,
    FolderMissing,
    Unreachable,
    Deadline,
    Throttled,
    ServerError,
    RobotsUnavailable,
    RobotsRefused,
    PrivateAddress,
    BadRedirect,
    NotFound,
    Forbidden,
    ClientError,
    BadAnswer,
    TooLarge,
    NotASource,

    /// <summary>A PDF, a picture, an archive: for people, not a list.</summary>
    AFile,

    /// <summary>Nobody knows the host by that name.</summary>
    UnknownHost,

    /// <summary>Something in this program went wrong with it.</summary>
    Internal,
}

public static class FailureReasons
{
    /// <summary>Whether waiting can help.</summary>
    public static FailureKind Kind(this FailureReason reason) => reason switch
    {
        FailureReason.FileUnreadable or FailureReason.FileChanging or FailureReason.FolderMissing or FailureReason.Unreachable or FailureReason.Deadline
            or FailureReason.Throttled or FailureReason.ServerError or FailureReason.RobotsUnavailable or FailureReason.BadAnswer or FailureReason.UnknownHost or FailureReason.Internal => FailureKind.Temporary,
        _ => FailureKind.Hard,
    };
}
