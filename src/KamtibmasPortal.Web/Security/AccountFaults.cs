using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Identity's refusals for a shell; pages show the Indonesian ones.</summary>
public static class AccountFaults
{
    public static string InEnglish(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => $"the password is too short. Legal: at least {EditorSetup.PasswordLength} characters.",
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => "the password repeats itself. Legal: at least 5 different characters.",
        "PasswordIsCommon" => "the password is one of those that are tried first.",
        "PasswordIsPersonal" => "the password is built on the e-mail address or the portal's name.",
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => "an editor with this e-mail address exists already.",
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => "this is no e-mail address. Legal: letters, digits and -._@+ in the form name@example.org.",
        _ => error.Code,
    };
}
