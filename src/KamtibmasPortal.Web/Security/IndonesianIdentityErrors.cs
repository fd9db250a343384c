using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Identity's own messages in the language of the pages. The codes stay, so that a shell can translate them back.</summary>
public sealed class IndonesianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => With(base.DefaultError(), Texts.Account.Unknown);

    public override IdentityError ConcurrencyFailure() => With(base.ConcurrencyFailure(), Texts.Account.ChangedMeanwhile);

    public override IdentityError PasswordMismatch() => With(base.PasswordMismatch(), Texts.Account.WrongPassword);

    public override IdentityError InvalidToken() => With(base.InvalidToken(), Texts.Account.InvalidToken);

    public override IdentityError RecoveryCodeRedemptionFailed() => With(base.RecoveryCodeRedemptionFailed(), Texts.Account.InvalidToken);

    public override IdentityError LoginAlreadyAssociated() => With(base.LoginAlreadyAssociated(), Texts.Account.LoginTaken);

    public override IdentityError InvalidUserName(string? userName) => With(base.InvalidUserName(userName), Texts.Account.InvalidEmail(userName));

    public override IdentityError InvalidEmail(string? email) => With(base.InvalidEmail(email), Texts.Account.InvalidEmail(email));

    public override IdentityError DuplicateUserName(string userName) => With(base.DuplicateUserName(userName), Texts.Account.EmailTaken(userName));

    public override IdentityError DuplicateEmail(string email) => With(base.DuplicateEmail(email), Texts.Account.EmailTaken(email));

    public override IdentityError InvalidRoleName(string? role) => With(base.InvalidRoleName(role), Texts.Account.InvalidRole(role));

    public override IdentityError DuplicateRoleName(string role) => With(base.DuplicateRoleName(role), Texts.Account.RoleTaken(role));

    public override IdentityError UserAlreadyHasPassword() => With(base.UserAlreadyHasPassword(), Texts.Account.HasPassword);

    public override IdentityError UserLockoutNotEnabled() => With(base.UserLockoutNotEnabled(), Texts.Account.NoLockout);

    public override IdentityError UserAlreadyInRole(string role) => With(base.UserAlreadyInRole(role), Texts.Account.InRole(role));

    public override IdentityError UserNotInRole(string role) => With(base.UserNotInRole(role), Texts.Account.NotInRole(role));

    public override IdentityError PasswordTooShort(int length) => With(base.PasswordTooShort(length), Texts.Account.TooShort(length));

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => With(base.PasswordRequiresUniqueChars(uniqueChars), Texts.Account.TooUniform(uniqueChars));

    public override IdentityError PasswordRequiresNonAlphanumeric() => With(base.PasswordRequiresNonAlphanumeric(), Texts.Account.NeedsSign);

    public override IdentityError PasswordRequiresDigit() => With(base.PasswordRequiresDigit(), Texts.Account.NeedsDigit);

    public override IdentityError PasswordRequiresLower() => With(base.PasswordRequiresLower(), Texts.Account.NeedsLower);

    public override IdentityError PasswordRequiresUpper() => With(base.PasswordRequiresUpper(), Texts.Account.NeedsUpper);

    private static IdentityError With(IdentityError error, string description) => new() { Code = error.Code, Description = description };
}
